import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who gives a verdict: whoever judges the review today and is written down as who decided it; before, its supervisor. */
const given = (
  standIns: boolean,
): string => `practice_id = (select access.practice()) and judge_id = (select access.person())
  and exists (select from review r where r.practice_id = verdict.practice_id and r.id = verdict.review_id
    and ${standIns ? 'r.id = any ((select access.supervised_reviews() as sight)::uuid[])' : 'r.supervisor_id = verdict.judge_id'}
    and r.version_id = verdict.version_id and r.family_id is not distinct from verdict.family_id
    and case verdict.verdict when 'comment' then r.state = 'waiting'
      else ${standIns ? 'r.decided_by = verdict.judge_id and ' : ''}r.verdict = verdict.verdict
        and r.version_hash = verdict.version_hash end)`;

/** Whoever stands in for a supervisor says what they decided under their own name. */
export class VerdictsOfWhoeverStandsIn1764104610000 implements MigrationInterface {
  name = 'VerdictsOfWhoeverStandsIn1764104610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy verdict_insert on verdict with check (${given(true)})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy verdict_insert on verdict with check (${given(false)})`);
  }
}
