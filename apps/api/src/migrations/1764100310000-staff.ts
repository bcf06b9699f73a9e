import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'practice_id = (select access.practice())';
const ME = '(select access.person())';
const ADMIN = '(select access.is_admin())';
const LED_PEOPLE = 'any ((select access.led_people())::uuid[])';
const STAFF_PEOPLE = 'any ((select access.staff_people())::uuid[])';

/**
 * Roles and supervision pairs end instead of standing for ever. Every function that reads relations does so as one
 * role, and to that role an ended staff role no longer exists: none of them can forget to look. Who works or worked
 * here stands in a table of its own, with the e-mail address that only admins and the person read.
 */
export class Staff1764100310000 implements MigrationInterface {
  name = 'Staff1764100310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table staff_role
        add column id uuid not null default gen_random_uuid(),
        add column given_by uuid,
        add column given_at timestamptz(3) not null default now(),
        add column ended_at timestamptz(3),
        add column ended_by uuid,
        drop constraint staff_role_pkey,
        add primary key (practice_id, id);
      create unique index staff_role_in_force on staff_role (practice_id, person_id, role) where ended_at is null;
      alter table supervision add column set_by uuid;

      create table staff (
        practice_id uuid not null,
        person_id uuid not null,
        email text,
        added_by uuid,
        added_at timestamptz(3) not null default now(),
        primary key (practice_id, person_id),
        foreign key (practice_id, person_id) references person
      );
      create unique index staff_by_email on staff (practice_id, lower(email));
      alter table staff_role no force row level security;
      insert into staff (practice_id, person_id) select distinct practice_id, person_id from staff_role;
      alter table staff_role force row level security;
      alter table staff enable row level security;
      alter table staff force row level security;

      drop policy staff_role_relations on staff_role;
      create policy staff_role_relations on staff_role for select to common_ground_relations
        using (ended_at is null);
      grant select, insert on staff to common_ground_relations;
      create policy staff_relations on staff for select to common_ground_relations using (true);
      create policy staff_known on staff for insert to common_ground_relations with check (true);
    `);
    await this.#functions(runner);
    await runner.query(`
      grant select, insert on staff to common_ground_app;
      create policy staff_select on staff for select to common_ground_app
        using (${HERE} and (person_id = ${ME} or ${ADMIN}));
      create policy staff_insert on staff for insert to common_ground_app
        with check (${HERE} and ${ADMIN} and added_by = ${ME}
          and person_id = any ((select access.unplaced_people())::uuid[]));

      grant insert, update (ended_at, ended_by) on staff_role to common_ground_app;
      create policy staff_role_insert on staff_role for insert to common_ground_app
        with check (${HERE} and ${ADMIN} and person_id <> ${ME} and given_by = ${ME} and ended_at is null
          and person_id = ${STAFF_PEOPLE});
      create policy staff_role_update on staff_role for update to common_ground_app
        using (${HERE} and ${ADMIN} and ended_at is null) with check (${HERE} and ${ADMIN} and ended_by = ${ME});

      grant insert, update (until_on) on supervision to common_ground_app;
      create policy supervision_insert on supervision for insert to common_ground_app
        with check (${HERE} and ${ADMIN} and supervisor_id <> ${ME} and set_by = ${ME}
          and supervisor_id = ${STAFF_PEOPLE} and therapist_id = ${STAFF_PEOPLE});
      create policy supervision_update on supervision for update to common_ground_app
        using (${HERE} and ${ADMIN}) with check (${HERE} and ${ADMIN});

      alter policy person_select on person using (${HERE}
        and (id = any ((select access.known_people())::uuid[]) or id = ${STAFF_PEOPLE}));
      alter policy person_insert on person with check (${HERE} and ((select access.is_therapist()) or ${ADMIN}));
      alter policy person_update on person
        using (${HERE} and (id = ${LED_PEOPLE} or (${ADMIN} and id = ${STAFF_PEOPLE})))
        with check (${HERE} and (id = ${LED_PEOPLE} or (${ADMIN} and id = ${STAFF_PEOPLE})));

      create trigger staff_role_known after insert on staff_role for each row
        execute function access.know_staff();
      create trigger staff_role_once before update of ended_at on staff_role for each row
        when (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
        execute function access.refuse_undoing();
      create trigger staff_role_admin before update of ended_at on staff_role for each row
        when (old.role = 'admin' and old.ended_at is null and new.ended_at is not null)
        execute function access.keep_an_admin();
      create trigger supervision_apart before insert on supervision for each row
        execute function access.keep_pairs_apart();
      create trigger supervision_sooner before update of until_on on supervision for each row
        when (old.until_on is not null and (new.until_on is null or new.until_on > old.until_on))
        execute function access.refuse_undoing();
    `);
  }

  async #functions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;

      create function access.staff_people() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return (
          select coalesce(array_agg(person_id), '{}') from staff
          where practice_id = access.practice() and access.has_staff_role()); end $$;

      -- A number and nothing about the families, for admins and for the therapist themselves.
      create function access.families_led_by(therapist uuid) returns int language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return (
          select count(*)::int from caseload c
          where c.practice_id = access.practice() and c.therapist_id = therapist and c.ended_at is null
            and (access.is_admin() or therapist = access.person())); end $$;

      create function access.sign_out_staff(person uuid) returns void language sql security definer
        set search_path = public, pg_temp as $$
          update signed_in s set ended_at = now()
          where s.practice_id = access.practice() and s.person_id = person and s.ended_at is null
            and access.is_admin() and exists (
              select from staff k where k.practice_id = s.practice_id and k.person_id = s.person_id)
        $$;

      create function access.know_staff() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$ begin
          insert into staff (practice_id, person_id) values (new.practice_id, new.person_id) on conflict do nothing;
          return new; end $$;

      -- One at a time in a practice: two admins who end each other's role at the same moment meet here.
      create function access.keep_an_admin() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$ begin
          perform pg_advisory_xact_lock(hashtextextended(new.practice_id::text, 1));
          if not exists (select from staff_role r where r.practice_id = new.practice_id and r.role = 'admin'
              and r.person_id <> new.person_id) then
            raise exception 'a practice keeps an admin' using errcode = 'insufficient_privilege';
          end if;
          return new; end $$;

      create function access.keep_pairs_apart() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$ begin
          perform pg_advisory_xact_lock(hashtextextended(new.practice_id::text, 2));
          if exists (select from supervision s where s.practice_id = new.practice_id
              and s.supervisor_id = new.supervisor_id and s.therapist_id = new.therapist_id
              and coalesce(s.until_on >= greatest(s.from_on, new.from_on), true)
              and coalesce(new.until_on >= s.from_on, true)) then
            raise exception 'the same two are paired once at a time' using errcode = 'insufficient_privilege';
          end if;
          return new; end $$;
    `);
    for (const signature of [
      'staff_people()',
      'families_led_by(uuid)',
      'sign_out_staff(uuid)',
      'know_staff()',
      'keep_an_admin()',
      'keep_pairs_apart()',
    ]) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
      `);
    }
    await runner.query(`
      grant execute on function access.staff_people(), access.families_led_by(uuid), access.sign_out_staff(uuid)
        to common_ground_app, common_ground_relations;
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger supervision_sooner on supervision;
      drop trigger supervision_apart on supervision;
      drop trigger staff_role_admin on staff_role;
      drop trigger staff_role_once on staff_role;
      drop trigger staff_role_known on staff_role;
      alter policy person_update on person
        using (${HERE} and id = ${LED_PEOPLE}) with check (${HERE} and id = ${LED_PEOPLE});
      alter policy person_insert on person with check (${HERE} and (select access.is_therapist()));
      alter policy person_select on person using (${HERE} and id = any ((select access.known_people())::uuid[]));
      drop policy supervision_update on supervision;
      drop policy supervision_insert on supervision;
      revoke insert, update (until_on) on supervision from common_ground_app;
      drop policy staff_role_update on staff_role;
      drop policy staff_role_insert on staff_role;
      revoke insert, update (ended_at, ended_by) on staff_role from common_ground_app;
      drop policy staff_role_relations on staff_role;
      create policy staff_role_relations on staff_role for select to common_ground_relations using (true);
      drop table staff;
      drop function access.staff_people(), access.families_led_by(uuid), access.sign_out_staff(uuid),
        access.know_staff(), access.keep_an_admin(), access.keep_pairs_apart();
      alter table supervision drop column set_by;
      drop index staff_role_in_force;
      alter table staff_role no force row level security;
      delete from staff_role where ended_at is not null;
      alter table staff_role force row level security;
      alter table staff_role drop constraint staff_role_pkey, drop column id, drop column given_by,
        drop column given_at, drop column ended_at, drop column ended_by,
        add primary key (practice_id, person_id, role);
    `);
  }
}
