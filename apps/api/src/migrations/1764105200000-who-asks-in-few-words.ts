import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks, and in which practice: what the transaction was told. */
const TOLD = ['practice', 'person'] as const;

/**
 * Who asks, and in which practice, stands in every policy, and PostgreSQL makes each place ready to run in each statement,
 * whether it is asked or not: of opening one task that was nearly a tenth. So it is said in as few words as it can be. Where
 * nobody was told of it fails as before: there is no such setting, or after another’s transaction an empty one, which is
 * nobody’s id.
 *
 * Whose session it is, and in which roles, is found in one look where it was two.
 */
export class WhoAsksInFewWords1764105200000 implements MigrationInterface {
  name = 'WhoAsksInFewWords1764105200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const what of TOLD) {
      await runner.query(`
        create or replace function access.${what}() returns uuid language sql stable
          return current_setting('app.${what}_id')::uuid;
      `);
    }
    await runner.query(`drop function access.nobody(text)`);
    await runner.query(enter(IN_ONE_LOOK));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.nobody(what text) returns text language plpgsql stable set search_path = pg_catalog as $$
        begin
          raise exception 'no % in context', what using errcode = 'insufficient_privilege';
        end $$;
    `);
    for (const what of TOLD) {
      await runner.query(`
        create or replace function access.${what}() returns uuid language sql stable
          return coalesce(nullif(current_setting('app.${what}_id', true), ''), access.nobody('${what}'))::uuid;
      `);
    }
    await runner.query(enter(IN_TWO_LOOKS));
  }
}

const enter = (body: string): string => `
      grant create on schema access to common_ground_relations;
      create or replace function access.enter(hash bytea, touch boolean, practice uuid, person uuid, had text[], acting text)
        returns void language plpgsql security definer set search_path = public, pg_temp
        set plan_cache_mode = force_generic_plan as $$${body}
        end $$;
      revoke create on schema access from common_ground_relations;`;

const STANDS = `s.ended_at is null and s.seen_at + s.idle_for > now() and s.began_at + s.lasts_for > now()
            and not (touch and s.seen_at < now() - interval '1 minute')`;

/** The same roles, however often one comes up: somebody can have a place in several families. */
const IN_ONE_LOOK = `
        declare
          has text[];
          said text;
        begin
          select array(select r.role from staff_role r
                where s.how <> 'code' and r.practice_id = s.practice_id and r.person_id = s.person_id)
              || array(select case when m.person_id = (select f.client_id from family f
                    where f.practice_id = m.practice_id and f.id = m.family_id) then 'client' else 'member' end
                from member m
                where m.practice_id = s.practice_id and m.person_id = s.person_id and m.state = 'confirmed')
            into has
          from signed_in s
          where s.token_hash = hash and s.practice_id = practice and s.person_id = person and s.opens = 'everything'
            and ${STANDS};
          if (had <@ has and has <@ had) is not true then
            raise exception 'the session is not as it was remembered' using errcode = 'CG002';
          end if;
          said := set_config('app.person_id', person::text, true);
          said := set_config('app.practice_id', practice::text, true);
          said := set_config('app.roles', acting, true);`;

/** As it was. */
const IN_TWO_LOOKS = `
        declare entered text;
        begin
          select s.how into entered from signed_in s
          where s.token_hash = hash and s.practice_id = practice and s.person_id = person and s.opens = 'everything'
            and ${STANDS};
          if not found or had is distinct from array(
            select r.role from staff_role r
              where entered <> 'code' and r.practice_id = practice and r.person_id = person
            union
            select case when f.client_id = m.person_id then 'client' else 'member' end from member m
              join family f on f.practice_id = m.practice_id and f.id = m.family_id
              where m.practice_id = practice and m.person_id = person and m.state = 'confirmed'
            order by 1) then
            raise exception 'the session is not as it was remembered' using errcode = 'CG002';
          end if;
          perform set_config('app.person_id', person::text, true), set_config('app.practice_id', practice::text, true),
            set_config('app.roles', acting, true);`;
