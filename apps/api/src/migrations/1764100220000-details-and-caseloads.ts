import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = 'practice_id = (select access.practice())';
const MYSELF = '(select access.person())';
const oneOf = (column: string, reader: string): string =>
  `${column} = any ((select access.${reader}())::uuid[])`;
const LED = oneOf('family_id', 'caseload_families');

const CASELOAD_FAMILIES = (current: string): string => `
  select coalesce(array_agg(c.family_id), '{}') from caseload c
    join staff_role r on r.practice_id = c.practice_id and r.person_id = c.therapist_id and r.role = 'therapist'
  where c.practice_id = access.practice() and c.therapist_id = access.person()${current}`;
const OPENED_FAMILIES = (current: string): string => `
  select coalesce(array_agg(id), '{}') from family
  where practice_id = access.practice() and opened_by = access.person()${current}`;

/**
 * How people can be reached without danger and with whom they live, for their therapists alone; therapists who share
 * a family, one of them leading; and people who leave. A caseload ends by a moment and is never taken away.
 */
export class DetailsAndCaseloads1764100220000 implements MigrationInterface {
  name = 'DetailsAndCaseloads1764100220000';

  async up(runner: QueryRunner): Promise<void> {
    await this.#details(runner);
    await runner.query(`
      alter table caseload
        add column since_at timestamptz(3) not null default now(),
        add column ended_at timestamptz(3);
      grant create on schema access to common_ground_relations;
    `);
    await this.#define(runner, 'caseload_families', CASELOAD_FAMILIES(' and c.ended_at is null'));
    // Opening ends when the family stands on the opener's caseload; from then on only caseloads count.
    await this.#define(
      runner,
      'opened_families',
      OPENED_FAMILIES(` and not exists (select from caseload c
        where c.practice_id = family.practice_id and c.family_id = family.id)`),
    );
    await this.#reader(
      runner,
      'lead_families',
      `select coalesce(array_agg(family_id), '{}') from caseload
       where practice_id = access.practice() and therapist_id = access.person() and leads
         and family_id = any (access.caseload_families())`,
    );
    await this.#reader(
      runner,
      'practice_therapists',
      `select coalesce(array_agg(person_id), '{}') from staff_role
       where practice_id = access.practice() and role = 'therapist' and access.has_staff_role()`,
    );
    // Who works here is named by the practice, and is drawn into no family.
    await this.#reader(
      runner,
      'led_people',
      `select coalesce(array_agg(distinct m.person_id), '{}') from member m
       where m.practice_id = access.practice() and m.family_id = any (access.caseload_families())
         and not exists (select from staff_role r where r.practice_id = m.practice_id and r.person_id = m.person_id)`,
    );
    await runner.query(`
      revoke create on schema access from common_ground_relations;

      drop policy family_select on family;
      create policy family_select on family for select to common_ground_app using (${ME} and (
        ${oneOf('id', 'caseload_families')} or ${oneOf('id', 'opened_families')} or ${oneOf('id', 'joined_families')}
        or ${oneOf('id', 'supervised_families')}));

      grant update (leads, since_at, ended_at) on caseload to common_ground_app;
      drop policy caseload_insert on caseload;
      create policy caseload_insert on caseload for insert to common_ground_app with check (${ME} and (
        (therapist_id = ${MYSELF} and ${oneOf('family_id', 'opened_families')})
        or (${oneOf('family_id', 'lead_families')} and not leads
          and ${oneOf('therapist_id', 'practice_therapists')})));
      create policy caseload_update on caseload for update to common_ground_app
        using (${ME} and (${oneOf('family_id', 'lead_families')}
          or (therapist_id = ${MYSELF} and ended_at is null)))
        with check (${ME} and (${oneOf('family_id', 'lead_families')}
          or (therapist_id = ${MYSELF} and not leads)));

      grant update (relation) on member to common_ground_app;
      create trigger member_client before update of relation on member for each row
        when ((old.relation = 'client') is distinct from (new.relation = 'client'))
        execute function access.refuse_undoing();
      -- Whoever leaves may do that and nothing else with their own place; the client ends it with the therapist.
      drop policy member_update on member;
      create policy member_update on member for update to common_ground_app
        using (${ME} and (${LED} or (person_id = ${MYSELF} and relation <> 'client'
          and state in ('accepted', 'confirmed', 'paused'))))
        with check (${ME} and (${LED} or (person_id = ${MYSELF} and state = 'removed')));
      drop policy member_insert on member;
      create policy member_insert on member for insert to common_ground_app with check (${ME} and ${LED}
        and state = 'invited' and (${oneOf('person_id', 'unplaced_people')} or ${oneOf('person_id', 'led_people')}));

      grant update (display_name, language) on person to common_ground_app;
      create policy person_update on person for update to common_ground_app
        using (${ME} and ${oneOf('id', 'led_people')}) with check (${ME} and ${oneOf('id', 'led_people')});
    `);
  }

  async #details(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table household (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        name text not null,
        made_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        unique (practice_id, family_id, id),
        foreign key (practice_id, family_id) references family
      );
      create table safe_contact (
        practice_id uuid not null,
        member_id uuid not null,
        family_id uuid not null,
        channel text not null check (channel in ('none', 'email', 'text', 'call', 'letter')),
        safe_hours text,
        household_id uuid,
        revision int not null check (revision > 0),
        written_by uuid not null,
        written_at timestamptz(3) not null default now(),
        primary key (practice_id, member_id),
        foreign key (practice_id, family_id, member_id) references member (practice_id, family_id, id),
        foreign key (practice_id, family_id, household_id) references household (practice_id, family_id, id),
        foreign key (practice_id, written_by) references person
      );
      create index safe_contact_by_household on safe_contact (practice_id, household_id);

      grant select, insert, update (name) on household to common_ground_app;
      grant select, insert, update (channel, safe_hours, household_id, revision, written_by, written_at)
        on safe_contact to common_ground_app;
    `);
    for (const [table, more] of [
      ['household', ''],
      ['safe_contact', ` and written_by = ${MYSELF}`],
    ] as const) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${table}_select on ${table} for select to common_ground_app using (${ME} and ${LED});
        create policy ${table}_insert on ${table} for insert to common_ground_app
          with check (${ME} and ${LED}${more});
        create policy ${table}_update on ${table} for update to common_ground_app
          using (${ME} and ${LED}) with check (${ME} and ${LED}${more});
      `);
    }
  }

  async #define(runner: QueryRunner, name: string, body: string): Promise<void> {
    await runner.query(`
      create or replace function access.${name}() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return (${body}); end $$;
    `);
  }

  async #reader(runner: QueryRunner, name: string, body: string): Promise<void> {
    await this.#define(runner, name, body);
    await runner.query(`
      alter function access.${name}() owner to common_ground_relations;
      revoke all on function access.${name}() from public;
      grant execute on function access.${name}() to common_ground_app, common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy person_update on person;
      revoke update (display_name, language) on person from common_ground_app;
      drop policy member_insert on member;
      create policy member_insert on member for insert to common_ground_app with check (${ME} and (${LED}
        and state = 'invited' and ${oneOf('person_id', 'unplaced_people')}));
      drop policy member_update on member;
      create policy member_update on member for update to common_ground_app
        using (${ME} and (${LED})) with check (${ME} and (${LED}));
      drop trigger member_client on member;
      revoke update (relation) on member from common_ground_app;
      drop policy caseload_update on caseload;
      drop policy caseload_insert on caseload;
      create policy caseload_insert on caseload for insert to common_ground_app
        with check (${ME} and (therapist_id = ${MYSELF} and ${oneOf('family_id', 'opened_families')}));
      revoke update (leads, since_at, ended_at) on caseload from common_ground_app;
      drop policy family_select on family;
      create policy family_select on family for select to common_ground_app using (${ME} and (
        ${oneOf('id', 'caseload_families')} or opened_by = ${MYSELF} or ${oneOf('id', 'joined_families')}
        or ${oneOf('id', 'supervised_families')}));
      drop function access.led_people();
      drop function access.practice_therapists();
      drop function access.lead_families();
    `);
    await this.#define(runner, 'opened_families', OPENED_FAMILIES(''));
    await this.#define(runner, 'caseload_families', CASELOAD_FAMILIES(''));
    await runner.query(`
      alter table caseload drop column since_at, drop column ended_at;
      drop table safe_contact, household;
    `);
  }
}
