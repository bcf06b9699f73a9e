import type { MigrationInterface, QueryRunner } from 'typeorm';

const RISKS = [
  'safety-changed',
  'limits-changed',
  'sets-limits',
  'several-people',
  'kept-wording',
  'hard-to-read',
];

/** What is risky about a text that was sent may be that it is for other people than the approved one. */
export class AudienceChanged1764104410000 implements MigrationInterface {
  name = 'AudienceChanged1764104410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(only([...RISKS, 'audience-changed']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review no force row level security;
      update review set risks = array_remove(risks, 'audience-changed') where 'audience-changed' = any (risks);
      alter table review force row level security;
    `);
    await runner.query(only(RISKS));
  }
}

function only(risks: readonly string[]): string {
  return `alter table review drop constraint review_risks_check,
    add constraint review_risks_check check (risks <@ array['${risks.join("', '")}'])`;
}
