import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRACTICE = `practice_id = (select access.practice())`;
const WORKED = `document_id = any ((select access.worked_documents())::uuid[])`;
const SUPERVISED = `document_id = any ((select access.supervised_documents())::uuid[])`;

/**
 * Words a supervisor would say instead, and what became of them. The answer is a row of its own: a comment is its
 * author's, and nobody else changes it.
 */
export class Suggestions1764103020000 implements MigrationInterface {
  name = 'Suggestions1764103020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review_comment
        add suggestion text check (suggestion is null or (quote <> '' and reply_to is null)),
        add constraint review_comment_of_document unique (practice_id, id, document_id);

      create table suggestion_answer (
        practice_id uuid not null,
        comment_id uuid not null,
        document_id uuid not null,
        answer text not null check (answer in ('taken', 'left')),
        answered_by uuid not null,
        answered_at timestamptz(3) not null default now(),
        primary key (practice_id, comment_id),
        foreign key (practice_id, comment_id, document_id) references review_comment (practice_id, id, document_id),
        foreign key (practice_id, answered_by) references person
      );
      alter table suggestion_answer enable row level security;
      alter table suggestion_answer force row level security;
      grant select, insert, update (answer, answered_by, answered_at) on suggestion_answer to common_ground_app;
      create policy suggestion_answer_select on suggestion_answer for select to common_ground_app
        using (${PRACTICE} and (${WORKED} or ${SUPERVISED}));
      create policy suggestion_answer_insert on suggestion_answer for insert to common_ground_app
        with check (${PRACTICE} and ${WORKED} and answered_by = (select access.person()));
      create policy suggestion_answer_update on suggestion_answer for update to common_ground_app
        using (${PRACTICE} and ${WORKED})
        with check (${PRACTICE} and ${WORKED} and answered_by = (select access.person()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table suggestion_answer;
      alter table review_comment drop constraint review_comment_of_document, drop suggestion;
    `);
  }
}
