import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each of the two in the role they have in it: whoever looks after the practice now reads nothing they left behind. */
const OURS = `practice_id = (select access.practice())
  and ((supervisor_id = (select access.person()) and (select access.is_staff_as('supervisor')))
    or (therapist_id = (select access.person()) and (select access.is_staff_as('therapist'))))`;
const WRITTEN = `${OURS} and written_by = (select access.person())
  and (supervisor_id, therapist_id) in (select s.supervisor_id, s.therapist_id from supervision s
    where s.practice_id = (select access.practice()) and s.from_on <= access.today()
      and coalesce(s.until_on >= access.today(), true))`;
/** One revision after the newest that is kept: no text is written over that the past does not hold. */
const FOLLOWS = `(supervisor_id, therapist_id, revision - 1) in (
    select h.supervisor_id, h.therapist_id, max(h.revision) from supervision_notebook_history h
    where h.practice_id = (select access.practice()) group by h.supervisor_id, h.therapist_id)`;
const AS_IT_STANDS = `(supervisor_id, therapist_id, revision, goals, themes) in (
    select n.supervisor_id, n.therapist_id, n.revision, n.goals, n.themes from supervision_notebook n
    where n.practice_id = (select access.practice()))`;

/**
 * What two people of a supervision work on together. It is of these two and of no family, admin or later pair: one
 * notebook for the two, through all supervisions between them. Nobody writes in it while none is in force, and what
 * was once saved in it stays.
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
      create table supervision_notebook_history (
        practice_id uuid not null,
        supervisor_id uuid not null,
        therapist_id uuid not null,
        revision int not null,
        goals text not null,
        themes text not null,
        written_by uuid not null,
        written_at timestamptz(3) not null default now(),
        primary key (practice_id, supervisor_id, therapist_id, revision),
        foreign key (practice_id, supervisor_id, therapist_id) references supervision_notebook,
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
        using (${OURS}) with check (${WRITTEN} and ${FOLLOWS});
      alter table supervision_notebook_history enable row level security;
      alter table supervision_notebook_history force row level security;
      grant select, insert on supervision_notebook_history to common_ground_app;
      create policy supervision_notebook_history_select on supervision_notebook_history for select
        to common_ground_app using (${OURS});
      create policy supervision_notebook_history_insert on supervision_notebook_history for insert
        to common_ground_app with check (${WRITTEN} and ${AS_IT_STANDS});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table supervision_notebook_history, supervision_notebook`);
  }
}
