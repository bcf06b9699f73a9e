import type { MigrationInterface, QueryRunner } from 'typeorm';

const MINE = `practice_id = (select access.practice()) and person_id = (select access.person())
  and document_id = any ((select access.supervised_documents())::uuid[])`;

/**
 * Which parts of a document a supervisor has read, each with a digest of what it meant then. One row for a supervisor
 * and a document, so that it never holds more than one version has parts.
 */
export class ReadMarks1764103000000 implements MigrationInterface {
  name = 'ReadMarks1764103000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reading (
        practice_id uuid not null,
        document_id uuid not null,
        person_id uuid not null,
        parts jsonb not null check (jsonb_typeof(parts) = 'object' and octet_length(parts::text) <= 65536),
        read_at timestamptz(3) not null default now(),
        primary key (practice_id, document_id, person_id),
        foreign key (practice_id, document_id) references document,
        foreign key (practice_id, person_id) references person
      );
      alter table reading enable row level security;
      alter table reading force row level security;
      grant select, insert, update (parts, read_at) on reading to common_ground_app;
      create policy reading_select on reading for select to common_ground_app using (${MINE});
      create policy reading_insert on reading for insert to common_ground_app with check (${MINE});
      create policy reading_update on reading for update to common_ground_app using (${MINE}) with check (${MINE});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table reading`);
  }
}
