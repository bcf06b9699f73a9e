import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRACTICE = `practice_id = (select access.practice())`;
const ME = '(select access.person())';
const WORKED = `document_id = any ((select access.worked_documents() as sight)::uuid[])`;
/** Of what a supervisor judges today, what they decided themselves, and what others did in their name. */
const MINE = `version_id = any ((select access.supervised_versions() as sight)::uuid[])
  and (judge_id = ${ME} or exists (select from review r where r.practice_id = verdict.practice_id and r.id = verdict.review_id
    and r.supervisor_id = ${ME} and r.id = any ((select access.supervised_reviews() as sight)::uuid[])))`;

/** Tables whose rows are carried from one place to the other, whoever's they are. */
const CARRIED = ['review', 'review_comment', 'document_version', 'signature', 'person', 'verdict'] as const;

/**
 * Each verdict as it was given, a comment among them: over which hash, by whom under which name and credentials, when,
 * and in which words. None is written over by the next one. Those who work on the document read all of them, whoever
 * judges it their own and those given in their name.
 */
export class Verdicts1764104400000 implements MigrationInterface {
  name = 'Verdicts1764104400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table verdict (
        practice_id uuid not null,
        id uuid not null,
        review_id uuid not null,
        document_id uuid not null,
        version_id uuid not null,
        version_hash text not null,
        family_id uuid,
        verdict text not null check (verdict in ('approve', 'ask-for-changes', 'comment')),
        summary text not null,
        judge_id uuid not null,
        name text not null check (name <> ''),
        credentials text not null,
        given_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        foreign key (practice_id, review_id, document_id) references review (practice_id, id, document_id),
        foreign key (practice_id, document_id, version_id, version_hash)
          references document_version (practice_id, document_id, id, hash),
        foreign key (practice_id, document_id, family_id) references document (practice_id, id, family_id),
        foreign key (practice_id, judge_id) references person
      );
      create index verdict_by_document on verdict (practice_id, document_id, given_at);
      create index verdict_by_review on verdict (practice_id, review_id, given_at);
      -- Of the words that end a review there are none twice.
      create unique index verdict_ends_review on verdict (practice_id, review_id) where verdict <> 'comment';
    `);
    await carried(
      runner,
      `-- What was approved was signed; of others the name that whoever decided has today is known. When a comment was
       -- sent, the comments sent along with it say.
       insert into verdict (practice_id, id, review_id, document_id, version_id, version_hash, family_id, verdict, summary,
           judge_id, name, credentials, given_at)
         select r.practice_id, gen_random_uuid(), r.id, r.document_id, r.version_id, coalesce(r.version_hash, v.hash),
           r.family_id, coalesce(r.verdict, 'comment'), coalesce(r.summary, ''), coalesce(r.decided_by, r.supervisor_id),
           coalesce(g.name, p.display_name), coalesce(g.credentials, ''), coalesce(r.decided_at,
             (select max(c.sent_at) from review_comment c where c.practice_id = r.practice_id and c.review_id = r.id
               and c.author_id = coalesce(r.decided_by, r.supervisor_id)), r.submitted_at)
         from review r
           join document_version v on v.practice_id = r.practice_id and v.id = r.version_id
           join person p on p.practice_id = r.practice_id and p.id = coalesce(r.decided_by, r.supervisor_id)
           left join signature g on g.practice_id = r.practice_id and g.review_id = r.id
         where r.state = 'decided' or r.summary is not null;`,
    );
    await runner.query(`
      alter table review drop column summary;
      alter table verdict enable row level security;
      alter table verdict force row level security;
      grant select, insert on verdict to common_ground_app;
      create policy verdict_select on verdict for select to common_ground_app
        using (${PRACTICE} and (${WORKED} or (${MINE})));
      create policy verdict_insert on verdict for insert to common_ground_app
        with check (${PRACTICE} and judge_id = ${ME}
          and exists (select from review r where r.practice_id = verdict.practice_id and r.id = verdict.review_id
            and r.supervisor_id = verdict.judge_id and r.version_id = verdict.version_id
            and r.family_id is not distinct from verdict.family_id
            and case verdict.verdict when 'comment' then r.state = 'waiting'
              else r.verdict = verdict.verdict and r.version_hash = verdict.version_hash end));
    `);
  }

  /** Each review keeps the words that were sent last; there was no room for more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review add column summary text;
      grant update (summary) on review to common_ground_app;
    `);
    await carried(
      runner,
      `update review r set summary = (select v.summary from verdict v
         where v.practice_id = r.practice_id and v.review_id = r.id order by v.given_at desc, v.id desc limit 1);`,
    );
    await runner.query(`drop table verdict`);
  }
}

/** What the owner of the tables moves, with the policies out of its way for as long as that takes. */
async function carried(runner: QueryRunner, statement: string): Promise<void> {
  const all = (act: string): string => CARRIED.map((table) => `alter table ${table} ${act};`).join('\n');
  await runner.query(`${all('no force row level security')} ${statement} ${all('force row level security')}`);
}
