import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read while it is known of each verdict for whom it was given, whoever is asked about it later. */
const CARRIED = ['verdict', 'review', 'person'] as const;

/** As it was: who gives a verdict; and now also that it says for whom, where they are not whom it was asked of. */
const given = (
  saysForWhom: boolean,
): string => `practice_id = (select access.practice()) and judge_id = (select access.person())
  and exists (select from review r where r.practice_id = verdict.practice_id and r.id = verdict.review_id
    and r.id = any ((select access.supervised_reviews() as sight)::uuid[])
    and r.version_id = verdict.version_id and r.family_id is not distinct from verdict.family_id
    ${saysForWhom ? 'and (verdict.for_name is null) = (r.supervisor_id = verdict.judge_id)' : ''}
    and case verdict.verdict when 'comment' then r.state = 'waiting'
      else r.decided_by = verdict.judge_id and r.verdict = verdict.verdict
        and r.version_hash = verdict.version_hash end)`;

/** A verdict says for whom it was given, by the name of then, as the signature under an approval does. */
export class VerdictsForASupervisor1764104721000 implements MigrationInterface {
  name = 'VerdictsForASupervisor1764104721000';

  async up(runner: QueryRunner): Promise<void> {
    const all = (act: string): string => CARRIED.map((table) => `alter table ${table} ${act};`).join('\n');
    await runner.query(`
      alter table verdict add column for_name text check (for_name <> '');
      ${all('no force row level security')}
      update verdict v set for_name = p.display_name
        from review r join person p on p.practice_id = r.practice_id and p.id = r.supervisor_id
        where r.practice_id = v.practice_id and r.id = v.review_id and r.supervisor_id <> v.judge_id;
      ${all('force row level security')}
      alter policy verdict_insert on verdict with check (${given(true)});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy verdict_insert on verdict with check (${given(false)});
      alter table verdict drop column for_name;
    `);
  }
}
