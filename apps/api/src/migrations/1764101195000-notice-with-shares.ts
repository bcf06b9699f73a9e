import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What goes along with everything shared in a family under 42 CFR Part 2: the notice and a copy of each consent it was
 * shared under, as they stood that moment. It is part of the task, so whoever may read the task may read it.
 */
export class NoticeWithShares1764101195000 implements MigrationInterface {
  name = 'NoticeWithShares1764101195000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task add column notice_with_share jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task drop column notice_with_share`);
  }
}
