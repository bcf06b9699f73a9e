import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = ['supervised_documents', 'supervised_versions', 'supervised_families'];

/**
 * A therapist finds what waits of a family in the order in which it waits, however far down. And what somebody judges
 * is read from the indexes that hold nothing else, also where most of the table is theirs.
 */
export class QueueFarDown1764104020000 implements MigrationInterface {
  name = 'QueueFarDown1764104020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index review_by_family on review (practice_id, family_id, state, submitted_at, id);`,
    );
    for (const name of READERS)
      await runner.query(`alter function access.${name}() set random_page_cost = 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of READERS) await runner.query(`alter function access.${name}() reset random_page_cost`);
    await runner.query(`drop index review_by_family;`);
  }
}
