import { QueueRepository, type QueuePlace } from '@common-ground/api/documents';
import type { Transaction } from '@common-ground/api/platform';
import type { PersonId, PracticeId, Role } from '@common-ground/contract';
import { scratchDatabase, type ScratchDatabase } from '@common-ground/testing';
import { Client, escapeLiteral } from 'pg';

const WAITING = 10_000;
/** Pages of the database that one page of the queue may look at. */
const MARK = 600;
const ANYTHING = {
  ...{ state: 'waiting' as const, documentId: null, from: null, kind: null, side: null, act: null },
  ...{ risky: false, again: false },
} as const;

/** What one page of the queue looks at, as the application's own role, over a connection that has asked before. */
describe('the queue among ten thousand that wait', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    // Nobody stands in yet; and keys are not looked up for each of these rows.
    await owner.query(`set session_replication_role = replica`);
    await owner.query(
      `with like_it as (select * from review where state = 'waiting' order by submitted_at limit 1),
         documents as (insert into document (practice_id, id, kind, family_id, author_id, state)
           select practice_id, gen_random_uuid(), 'worksheet', family_id, therapist_id, 'submitted'
           from like_it, generate_series(1, ${WAITING}) returning *),
         versions as (insert into document_version (practice_id, id, document_id, kind, number, family_id, author_id,
             title, content, format, outline, hash, written_by)
           select practice_id, gen_random_uuid(), id, kind, 1, family_id, author_id, 'Waits', '{}', 1, '{}', repeat('0', 64),
             author_id from documents returning *)
       insert into review (practice_id, id, document_id, version_id, family_id, therapist_id, supervisor_id, round, note,
           state, submitted_at)
         select v.practice_id, gen_random_uuid(), v.document_id, v.id, v.family_id, v.author_id, l.supervisor_id, 1, '',
           'waiting', now() + row_number() over () * interval '1 second' from versions v, like_it l`,
    );
    await owner.query(
      `insert into staff_role (practice_id, person_id, role)
         select practice_id, person_id, 'supervisor' from demo_persona where persona = 'other-therapist'`,
    );
    await owner.query(
      `insert into stand_in (practice_id, id, supervisor_id, person_id, from_on, until_on)
       select p.practice_id, gen_random_uuid(), s.person_id, p.person_id, current_date - 1, current_date + 1
       from demo_persona p join demo_persona s on s.persona = 'supervisor' where p.persona = 'other-therapist'`,
    );
    await owner.query('vacuum analyze');
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  async function cost(
    persona: string,
    role: Role,
    after: QueuePlace | null,
  ): Promise<{ pages: number; found: number }> {
    const { rows } = await owner.query<{ person: PersonId; practice: PracticeId }>(
      `select person_id as person, practice_id as practice from demo_persona where persona = $1`,
      [persona],
    );
    const [who] = rows;
    if (who === undefined) throw new Error(`There is no ${persona}.`);
    let told = { pages: 0, found: 0 };
    const run = async (text: string, values: (string | boolean | null)[]): Promise<{ rows: [] }> => {
      const given = values.map((value) => (typeof value === 'string' ? escapeLiteral(value) : String(value)));
      await app.query(`prepare asked as ${text}`);
      const explain = `explain (analyze, buffers, format json) execute asked (${given.join(', ')})`;
      // After five times PostgreSQL chooses by which plan it goes on.
      for (let times = 0; times < 6; times += 1) await app.query(explain);
      const answered = await app.query<{ 'QUERY PLAN': readonly { Plan: Record<string, number> }[] }>(
        explain,
      );
      await app.query('deallocate asked');
      const plan = answered.rows[0]?.['QUERY PLAN'][0]?.Plan ?? {};
      told = {
        pages: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0),
        found: plan['Actual Rows'] ?? 0,
      };
      return { rows: [] };
    };
    const tx = { run } as unknown as Transaction;
    const actor = { personId: who.person, practiceId: who.practice, roles: [role] };
    await app.query('begin');
    await app.query(
      `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
         set_config('app.roles', $3, true)`,
      [who.person, who.practice, `{${role}}`],
    );
    await new QueueRepository().list(tx, actor, ANYTHING, after, 20);
    await app.query('rollback');
    return told;
  }

  it.each<[string, string, Role]>([
    ['a supervisor', 'supervisor', 'supervisor'],
    ['a therapist whose texts they are', 'therapist', 'therapist'],
    ['whoever stands in', 'other-therapist', 'supervisor'],
  ])('%s looks at few pages of the database, and at no more far down', async (_who, persona, role) => {
    const { rows } = await owner.query<{ id: string; at: string }>(
      `select id, submitted_at::text as at from review where state = 'waiting' order by submitted_at, id offset 9000 limit 1`,
    );
    const [place] = rows;
    if (place === undefined) throw new Error('Ten thousand wait.');
    const first = await cost(persona, role, null);
    const deep = await cost(persona, role, { dueAt: 'infinity', submittedAt: place.at, id: place.id });
    expect([first.found, deep.found]).toEqual([21, 21]);
    expect(first.pages).toBeLessThanOrEqual(persona === 'other-therapist' ? MARK * 1.2 : MARK);
    expect(deep.pages).toBeLessThanOrEqual(first.pages * 1.2);
  });
});
