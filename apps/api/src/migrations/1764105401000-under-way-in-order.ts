import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A therapist’s day read each document that is under way to rank them, and each piece that came back with its version.
 * Now indexes have all that is looked at to choose the latest, also by the walls, and only what is chosen is read.
 *
 * What is written and what is ready lies on the desk of its family, or of whoever wrote it where there is none, for as long
 * as somebody likes: it is found by the desk. What waits for a verdict waits for a while: it is found by when it changed.
 */
export class UnderWayInOrder1764105401000 implements MigrationInterface {
  name = 'UnderWayInOrder1764105401000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index document_on_desk on document
        (practice_id, (case when family_id is null then author_id else family_id end), updated_at desc, id desc)
        include (family_id, author_id, kind, state) where state in ('draft', 'approved');
      create index document_in_review on document (practice_id, updated_at desc, id desc)
        include (family_id, author_id, kind, state) where state = 'submitted';
      drop index task_came_back;
      create index task_came_back on task (practice_id, family_id, sent_at desc, id desc)
        include (person_id, version_id, given_at) where sent_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index task_came_back;
      create index task_came_back on task (practice_id, family_id, sent_at desc, id desc) where sent_at is not null;
      drop index document_in_review, document_on_desk;
    `);
  }
}
