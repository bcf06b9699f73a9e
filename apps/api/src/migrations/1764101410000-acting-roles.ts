import type { MigrationInterface, QueryRunner } from 'typeorm';

const MY_ROLES = 'from staff_role where practice_id = access.practice() and person_id = access.person()';
/** A role counts while it stands, in a session that may act in it; before, the first was enough. */
const withRole = (role: string, acts: boolean): string =>
  `exists (select ${MY_ROLES} and role = ${role})${acts ? ` and access.acts_as(${role})` : ''}`;

/**
 * A session acts in the roles it was opened for and in no other. Somebody who works here and has a family here too
 * signs in by code and PIN as a member of the family: with that, nothing of their families at work opens. A
 * transaction that says nothing about roles is not narrowed; one can only ever take away.
 */
export class ActingRoles1764101410000 implements MigrationInterface {
  name = 'ActingRoles1764101410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations, common_ground_records;
      create function access.acts_as(wanted text) returns boolean language plpgsql stable
        set search_path = pg_catalog as $$
      begin
        return coalesce(wanted = any (nullif(current_setting('app.roles', true), '')::text[]), true);
      end $$;
    `);
    await this.#define(runner, true);
    await runner.query(`revoke create on schema access from common_ground_relations, common_ground_records;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`grant create on schema access to common_ground_relations, common_ground_records;`);
    await this.#define(runner, false);
    await runner.query(`
      revoke create on schema access from common_ground_relations, common_ground_records;
      drop function access.acts_as(text);
    `);
  }

  async #define(runner: QueryRunner, acts: boolean): Promise<void> {
    const reader = async (signature: string, type: string, body: string): Promise<void> => {
      await runner.query(`
        create or replace function access.${signature} returns ${type} language plpgsql stable security definer
          set search_path = public, pg_temp as $$ begin return (${body}); end $$;
      `);
    };
    await reader(
      'has_staff_role()',
      'boolean',
      `exists (select ${MY_ROLES}${acts ? ' and access.acts_as(role)' : ''})`,
    );
    await reader('is_therapist()', 'boolean', withRole(`'therapist'`, acts));
    await reader('is_admin()', 'boolean', withRole(`'admin'`, acts));
    await reader('is_staff_as(wanted text)', 'boolean', withRole('wanted', acts));
    await reader(
      'caseload_families()',
      'uuid[]',
      `select coalesce(array_agg(c.family_id), '{}') from caseload c
         join staff_role r on r.practice_id = c.practice_id and r.person_id = c.therapist_id and r.role = 'therapist'
       where c.practice_id = access.practice() and c.therapist_id = access.person() and c.ended_at is null
         ${acts ? `and access.acts_as('therapist')` : ''}`,
    );
    await reader(
      'supervised_reviews()',
      'uuid[]',
      `select coalesce(array_agg(r.id), '{}') from review r
       where r.practice_id = access.practice() and r.supervisor_id = access.person() and r.state <> 'withdrawn'
         and exists (select from supervision s
           where s.practice_id = r.practice_id and s.supervisor_id = r.supervisor_id and s.therapist_id = r.therapist_id
             and s.from_on <= access.today() and (s.until_on is null or s.until_on >= access.today()))
         ${acts ? `and ${withRole(`'supervisor'`, acts)}` : ''}`,
    );
  }
}
