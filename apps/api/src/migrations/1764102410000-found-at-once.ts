import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is told at once stands on Today: it is found without a look at every answer of a therapist's families. */
export class FoundAtOnce1764102410000 implements MigrationInterface {
  name = 'FoundAtOnce1764102410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index answer_told_at_once on answer (practice_id, family_id)
      where prompt_id in ('~hard', '~not-this-week')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index answer_told_at_once`);
  }
}
