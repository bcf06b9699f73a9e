import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A comment that nobody can send any more is thrown away by its author, and by nobody else. */
export class UnsentComments1764104723000 implements MigrationInterface {
  name = 'UnsentComments1764104723000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review_comment add column discarded_at timestamptz(3),
        add constraint review_comment_discarded check (discarded_at is null or sent_at is null);
      create index review_comment_unsent on review_comment (practice_id, author_id) where sent_at is null;
      grant update (discarded_at) on review_comment to common_ground_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index review_comment_unsent;
      revoke update (discarded_at) on review_comment from common_ground_app;
      alter table review_comment drop column discarded_at;
    `);
  }
}
