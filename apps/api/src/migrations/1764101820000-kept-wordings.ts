import type { MigrationInterface, QueryRunner } from 'typeorm';

const MINE = `practice_id = (select access.practice()) and document_id = any ((select access.worked_documents())::uuid[])`;

/**
 * Words of a draft that its authors keep as they are, knowing what the language coach would say. Looked at again, a row
 * stays with the day on which it was.
 */
export class KeptWordings1764101820000 implements MigrationInterface {
  name = 'KeptWordings1764101820000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kept_wording (
        practice_id uuid not null,
        id uuid not null,
        document_id uuid not null,
        sort text not null,
        quote text not null,
        kept_by uuid not null,
        kept_at timestamptz(3) not null default now(),
        reconsidered_at timestamptz(3),
        primary key (practice_id, id),
        foreign key (practice_id, document_id) references document,
        foreign key (practice_id, kept_by) references person
      );
      -- By a digest, because a whole sentence can be longer than an index takes.
      create unique index kept_wording_once on kept_wording (practice_id, document_id, sort, md5(quote));
      alter table kept_wording enable row level security;
      alter table kept_wording force row level security;
      grant select, insert, update (kept_by, kept_at, reconsidered_at) on kept_wording to common_ground_app;
      create policy kept_wording_select on kept_wording for select to common_ground_app using (${MINE});
      create policy kept_wording_insert on kept_wording for insert to common_ground_app
        with check (${MINE} and kept_by = (select access.person()) and reconsidered_at is null);
      create policy kept_wording_update on kept_wording for update to common_ground_app
        using (${MINE}) with check (${MINE} and (kept_by = (select access.person()) or reconsidered_at is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table kept_wording`);
  }
}
