import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a therapist's day names is found at once among all that was ever given and written. */
export class CameBackLately1764105120000 implements MigrationInterface {
  name = 'CameBackLately1764105120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index task_came_back on task (practice_id, family_id, sent_at desc, id desc) where sent_at is not null;
      create index document_returned on document (practice_id, family_id) where state = 'returned';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index document_returned; drop index task_came_back;`);
  }
}
