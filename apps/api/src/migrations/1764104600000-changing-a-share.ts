import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day that is hoped for and the words that went along may be changed later, over the revision that was read. */
export class ChangingAShare1764104600000 implements MigrationInterface {
  name = 'ChangingAShare1764104600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table share add column revision int not null default 1 check (revision > 0);
      grant update (due_on, note, revision) on share to common_ground_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (due_on, note, revision) on share from common_ground_app;
      alter table share drop column revision;
    `);
  }
}
