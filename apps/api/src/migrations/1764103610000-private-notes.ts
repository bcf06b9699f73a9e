import type { MigrationInterface, QueryRunner } from 'typeorm';

const MINE = `practice_id = (select access.practice()) and author_id = (select access.person())
  and family_id = any ((select access.caseload_families())::uuid[])`;

/**
 * What a therapist writes for nobody but themselves, about one hour. No other role of the database reads a row: no
 * function that sees more than its caller, no search, no export, no emergency, and nobody beside the author.
 */
export class PrivateNotes1764103610000 implements MigrationInterface {
  name = 'PrivateNotes1764103610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table private_note (
        practice_id uuid not null,
        session_id uuid not null,
        author_id uuid not null,
        family_id uuid not null,
        preparation text not null,
        notes text not null,
        revision int not null,
        written_at timestamptz(3) not null default now(),
        primary key (practice_id, session_id, author_id),
        foreign key (practice_id, session_id, family_id) references family_session (practice_id, id, family_id),
        foreign key (practice_id, author_id) references person
      );
      create index private_note_by_author on private_note (practice_id, author_id);
      alter table private_note enable row level security;
      alter table private_note force row level security;
      grant select, insert, update (preparation, notes, revision, written_at) on private_note to common_ground_app;
      create policy private_note_select on private_note for select to common_ground_app using (${MINE});
      create policy private_note_insert on private_note for insert to common_ground_app
        with check (${MINE} and revision = 1);
      create policy private_note_update on private_note for update to common_ground_app
        using (${MINE}) with check (${MINE});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table private_note`);
  }
}
