import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRACTICE = `practice_id = (select access.practice())`;
const ME = '(select access.person())';
const SIGHT = `${PRACTICE} and (document_id = any ((select access.worked_documents())::uuid[])
  or version_id = any ((select access.supervised_versions())::uuid[]))`;

/**
 * What is added to a signed version afterwards, by those who write or judge it: dated, signed in its turn, and never
 * changed. The version stays as it was read.
 */
export class Addenda1764103530000 implements MigrationInterface {
  name = 'Addenda1764103530000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table addendum (
        practice_id uuid not null,
        id uuid not null,
        document_id uuid not null,
        version_id uuid not null,
        version_hash text not null,
        family_id uuid,
        author_id uuid not null,
        name text not null check (name <> ''),
        credentials text not null,
        text text not null check (text <> ''),
        added_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        foreign key (practice_id, document_id, version_id, version_hash)
          references document_version (practice_id, document_id, id, hash),
        foreign key (practice_id, document_id, family_id) references document (practice_id, id, family_id),
        foreign key (practice_id, author_id) references person
      );
      create index addendum_by_version on addendum (practice_id, version_id, added_at);
      -- A request whose answer was lost comes again: the same words of the same person stand there once.
      create unique index addendum_once on addendum (practice_id, version_id, author_id, md5(text));
      alter table addendum enable row level security;
      alter table addendum force row level security;
      grant select, insert on addendum to common_ground_app;
      create policy addendum_select on addendum for select to common_ground_app using (${SIGHT});
      create policy addendum_insert on addendum for insert to common_ground_app
        with check (${SIGHT} and author_id = ${ME});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table addendum`);
  }
}
