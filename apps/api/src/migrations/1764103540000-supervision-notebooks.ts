import type { MigrationInterface, QueryRunner } from 'typeorm';

const OURS = `practice_id = (select access.practice())
  and (select access.person()) in (supervisor_id, therapist_id) and (select access.has_staff_role())`;
const WRITTEN = `${OURS} and written_by = (select access.person())
  and (supervisor_id, therapist_id) in (select s.supervisor_id, s.therapist_id from supervision s
    where s.practice_id = (select access.practice()) and s.from_on <= access.today()
      and coalesce(s.until_on >= access.today(), true))`;

/**
 * What two people of a supervision work on together. It is of these two and of no family, admin or later pair: one
 * notebook for the two, through all supervisions between them. Nobody writes in it while none is in force.
 */
export class SupervisionNotebooks1764103540000 implements MigrationInterface {
  name = 'SupervisionNotebooks1764103540000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table supervision_notebook (
        practice_id uuid not null,
        supervisor_id uuid not null,
        therapist_id uuid not null check (therapist_id <> supervisor_id),
        goals text not null,
        themes text not null,
        revision int not null,
        written_by uuid not null,
        written_at timestamptz(3) not null default now(),
        primary key (practice_id, supervisor_id, therapist_id),
        foreign key (practice_id, supervisor_id) references person,
        foreign key (practice_id, therapist_id) references person,
        foreign key (practice_id, written_by) references person
      );
      alter table supervision_notebook enable row level security;
      alter table supervision_notebook force row level security;
      grant select, insert, update (goals, themes, revision, written_by, written_at) on supervision_notebook
        to common_ground_app;
      create policy supervision_notebook_select on supervision_notebook for select to common_ground_app using (${OURS});
      create policy supervision_notebook_insert on supervision_notebook for insert to common_ground_app
        with check (${WRITTEN} and revision = 1);
      create policy supervision_notebook_update on supervision_notebook for update to common_ground_app
        using (${OURS}) with check (${WRITTEN});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table supervision_notebook`);
  }
}
