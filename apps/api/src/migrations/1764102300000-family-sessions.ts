import type { MigrationInterface, QueryRunner } from 'typeorm';

const LED = `practice_id = (select access.practice()) and family_id = any ((select access.caseload_families())::uuid[])`;

/** The hours of families, as their therapists plan them. Nobody else reads a row, whoever is asked to come. */
export class FamilySessions1764102300000 implements MigrationInterface {
  name = 'FamilySessions1764102300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table family_session (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        starts_on date not null,
        start_time time not null,
        time_zone text not null,
        minutes int not null check (minutes > 0),
        content jsonb not null,
        revision int not null,
        planned_by uuid not null,
        written_by uuid not null,
        written_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, planned_by) references person,
        foreign key (practice_id, written_by) references person
      );
      create index family_session_by_family on family_session (practice_id, family_id, starts_on);
      alter table family_session enable row level security;
      alter table family_session force row level security;
      grant select, insert,
        update (starts_on, start_time, time_zone, minutes, content, revision, written_by, written_at)
        on family_session to common_ground_app;
      create policy family_session_select on family_session for select to common_ground_app using (${LED});
      create policy family_session_insert on family_session for insert to common_ground_app
        with check (${LED} and planned_by = (select access.person()) and written_by = (select access.person())
          and revision = 1);
      create policy family_session_update on family_session for update to common_ground_app
        using (${LED}) with check (${LED} and written_by = (select access.person()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table family_session`);
  }
}
