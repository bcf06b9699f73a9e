import type { MigrationInterface, QueryRunner } from 'typeorm';

const LED = `practice_id = (select access.practice()) and family_id = any ((select access.caseload_families())::uuid[])`;

/** Hours while they are led, and what is written down in them. Nobody but the family's therapists reads a row. */
export class SessionRuns1764102500000 implements MigrationInterface {
  name = 'SessionRuns1764102500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session_run (
        practice_id uuid not null,
        session_id uuid not null,
        family_id uuid not null,
        begun_by uuid not null,
        begun_at timestamptz(3) not null default now(),
        entries jsonb not null,
        at_entry text,
        entered_at timestamptz(3) not null default now(),
        ends text check (ends in ('closed', 'stopped')),
        ended_at timestamptz(3),
        revision int not null,
        led_by uuid not null,
        led_at timestamptz(3) not null default now(),
        primary key (practice_id, session_id),
        check ((ends is null) = (ended_at is null)),
        foreign key (practice_id, session_id) references family_session,
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, begun_by) references person,
        foreign key (practice_id, led_by) references person
      );
      create index session_run_by_family on session_run (practice_id, family_id);
      alter table session_run enable row level security;
      alter table session_run force row level security;
      grant select, insert, update (entries, at_entry, entered_at, ends, ended_at, revision, led_by, led_at)
        on session_run to common_ground_app;
      create policy session_run_select on session_run for select to common_ground_app using (${LED});
      create policy session_run_insert on session_run for insert to common_ground_app
        with check (${LED} and begun_by = (select access.person()) and led_by = (select access.person())
          and revision = 1
          and family_id = (select s.family_id from family_session s
            where s.practice_id = session_run.practice_id and s.id = session_id));
      create policy session_run_update on session_run for update to common_ground_app
        using (${LED}) with check (${LED} and led_by = (select access.person()));

      create table session_pad (
        practice_id uuid not null,
        session_id uuid not null,
        family_id uuid not null,
        content jsonb not null,
        revision int not null,
        written_by uuid not null,
        written_at timestamptz(3) not null default now(),
        primary key (practice_id, session_id),
        foreign key (practice_id, session_id) references session_run,
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, written_by) references person
      );
      create index session_pad_by_family on session_pad (practice_id, family_id);
      alter table session_pad enable row level security;
      alter table session_pad force row level security;
      grant select, insert, update (content, revision, written_by, written_at) on session_pad to common_ground_app;
      create policy session_pad_select on session_pad for select to common_ground_app using (${LED});
      create policy session_pad_insert on session_pad for insert to common_ground_app
        with check (${LED} and written_by = (select access.person()) and revision = 1
          and family_id = (select s.family_id from family_session s
            where s.practice_id = session_pad.practice_id and s.id = session_id));
      create policy session_pad_update on session_pad for update to common_ground_app
        using (${LED}) with check (${LED} and written_by = (select access.person()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table session_pad; drop table session_run`);
  }
}
