import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADMIN_HERE = '(select access.is_admin())';

/**
 * What a practice's admins set: more settings with a revision, and dated notices that are only ever added to. The
 * rows themselves let nobody but an admin write them, and let an admin write nothing of a family.
 */
export class PracticeSettings1764100300000 implements MigrationInterface {
  name = 'PracticeSettings1764100300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table practice
        add column sender_name text,
        add column languages text[],
        add column every_therapist_needs_review boolean not null default false,
        add column revision int not null default 1,
        add column changed_by uuid,
        add column changed_at timestamptz(3);
      alter table family add column part_2 boolean not null default false;

      create table notice (
        practice_id uuid not null,
        id uuid not null,
        sort text not null check (sort in ('part-2', 'privacy')),
        language text not null check (language in ('en', 'es')),
        version int not null check (version > 0),
        text text not null,
        in_force_from date not null,
        written_by uuid not null,
        written_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        unique (practice_id, sort, language, version),
        foreign key (practice_id, written_by) references person
      );
      alter table notice enable row level security;
      alter table notice force row level security;

      grant create on schema access to common_ground_relations;
      create function access.is_admin() returns boolean language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return (
          select exists (select from staff_role r
            where r.practice_id = access.practice() and r.person_id = access.person() and r.role = 'admin')); end $$;
      alter function access.is_admin() owner to common_ground_relations;
      revoke all on function access.is_admin() from public;
      grant execute on function access.is_admin() to common_ground_app, common_ground_relations;
      revoke create on schema access from common_ground_relations;

      grant update (sender_name, exit_url, safety, languages, time_zone, every_therapist_needs_review, revision,
        changed_by, changed_at) on practice to common_ground_app;
      create policy practice_update on practice for update to common_ground_app
        using (id = (select access.practice()) and ${ADMIN_HERE})
        with check (id = (select access.practice()) and ${ADMIN_HERE} and changed_by = (select access.person()));

      grant select, insert on notice to common_ground_app;
      create policy notice_select on notice for select to common_ground_app
        using (practice_id = (select access.practice()));
      create policy notice_insert on notice for insert to common_ground_app
        with check (practice_id = (select access.practice()) and ${ADMIN_HERE}
          and written_by = (select access.person()));

      grant update (part_2) on family to common_ground_app;
      create policy family_update on family for update to common_ground_app
        using (practice_id = (select access.practice()) and id = any ((select access.caseload_families())::uuid[]))
        with check (practice_id = (select access.practice()) and id = any ((select access.caseload_families())::uuid[]));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy family_update on family;
      revoke update (part_2) on family from common_ground_app;
      drop policy practice_update on practice;
      revoke update (sender_name, exit_url, safety, languages, time_zone, every_therapist_needs_review, revision,
        changed_by, changed_at) on practice from common_ground_app;
      drop table notice;
      drop function access.is_admin();
      alter table family drop column part_2;
      alter table practice drop column sender_name, drop column languages, drop column every_therapist_needs_review,
        drop column revision, drop column changed_by, drop column changed_at;
    `);
  }
}
