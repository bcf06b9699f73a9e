import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments know what stood around the words they are about, and a thread can be settled by whoever began it. */
export class Threads1764103010000 implements MigrationInterface {
  name = 'Threads1764103010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review_comment
        add prefix text not null default '',
        add suffix text not null default '',
        add resolved_at timestamptz(3) check (resolved_at is null or (sent_at is not null and reply_to is null));
      grant update (resolved_at) on review_comment to common_ground_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (resolved_at) on review_comment from common_ground_app;
      alter table review_comment drop prefix, drop suffix, drop resolved_at;
    `);
  }
}
