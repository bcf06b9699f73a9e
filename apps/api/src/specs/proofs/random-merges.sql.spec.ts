import { howMany, LONGEST_PROOF, scratchDatabase, type ScratchDatabase, seeds } from '@common-ground/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { randomId } from './drawing';
import { randomPractice } from './random-practice';
import { openPractice, plant, type PracticeRows } from './rows-of-a-practice';
import { SEEN_TABLES } from './sight-by-the-book';

const IDS = SEEN_TABLES.map((table) => {
  const id = table === 'document_draft' ? 'document_id' : 'id';
  return `select '${table}' as table, coalesce(array_agg(${id}), '{}') as ids from ${table}`;
}).join(' union all ');

/** What one person sees: names of rows, as `table id`. */
type Sight = ReadonlySet<string>;

interface Practice {
  readonly seed: number;
  readonly rows: PracticeRows;
  /** Leads every family, so that everything may be tried. */
  readonly leader: string;
}

/** Two records of random practices made one, as row-level security shows it to everybody before and after. */
describe('random merges', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;
  const practices: Practice[] = [];

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    for (const seed of seeds().slice(0, howMany(30, 250))) {
      const id = randomId();
      const { today } = await openPractice(owner, id);
      const [rows] = fc.sample(randomPractice(id, today), { seed, numRuns: 1 });
      if (rows === undefined) throw new Error('A practice was to be drawn.');
      await plant(owner, rows);
      practices.push({ seed, rows, leader: await leaderOfAll(id) });
    }
    await owner.query('analyze');
  }, LONGEST_PROOF);
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  async function leaderOfAll(practiceId: string): Promise<string> {
    const leader = randomId();
    await owner.query(
      `insert into person (practice_id, id, display_name, language) values ($1, $2, 'Leader', 'en')`,
      [practiceId, leader],
    );
    await owner.query(`insert into staff_role (practice_id, person_id, role) values ($1, $2, 'therapist')`, [
      practiceId,
      leader,
    ]);
    await owner.query(
      `insert into caseload (practice_id, family_id, therapist_id, leads) select $1, id, $2, false from family
       where practice_id = $1`,
      [practiceId, leader],
    );
    return leader;
  }

  /** In the transaction that is open; the merge is undone with it. */
  async function be({ rows }: Practice, personId: string): Promise<void> {
    await app.query(
      `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
         set_config('app.roles', '{therapist,supervisor,admin}', true)`,
      [personId, rows.practiceId],
    );
  }

  async function sightOf(practice: Practice, personId: string): Promise<Sight> {
    await be(practice, personId);
    const { rows } = await app.query<{ table: string; ids: string[] }>(IDS);
    return new Set(rows.flatMap(({ table, ids }) => ids.map((id) => `${table} ${id}`)));
  }

  async function sightOfAll(practice: Practice): Promise<ReadonlyMap<string, Sight>> {
    const sights = new Map<string, Sight>();
    for (const id of [...practice.rows.person.map((person) => person.id), practice.leader])
      sights.set(id, await sightOf(practice, id));
    return sights;
  }

  it(
    'opens nothing to anybody, and takes nobody’s answers from them',
    async () => {
      const wrong: string[] = [];
      let merged = 0;
      let closed = 0;
      for (const practice of practices) {
        await app.query('begin');
        const before = await sightOfAll(practice);
        await app.query('rollback');
        const people = practice.rows.person.filter(({ display_name }) => display_name.startsWith('Person'));
        for (const kept of people.slice(0, 7)) {
          for (const duplicate of people.slice(7)) {
            await app.query('begin');
            await be(practice, practice.leader);
            const families = await app
              .query<{ is_paused: boolean }>('select is_paused from access.merge_people($1, $2)', [
                kept.id,
                duplicate.id,
              ])
              .then(
                ({ rows }) => rows,
                () => null,
              );
            if (families !== null) {
              merged += 1;
              closed += families.filter(({ is_paused }) => is_paused).length;
              const after = await sightOfAll(practice);
              const who = `seed ${practice.seed}, ${duplicate.display_name} into ${kept.display_name}`;
              const own = practice.rows.answer
                .filter(({ author_id }) => author_id === kept.id || author_id === duplicate.id)
                .map(({ id }) => `answer ${id}`);
              const found = newlySeen(before, after, kept.id, duplicate.id, own);
              wrong.push(...found.map((what) => `${who}: ${what}`));
            }
            await app.query('rollback');
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(merged).toBeGreaterThan(50);
      expect(closed).toBeGreaterThan(0);
    },
    LONGEST_PROOF,
  );
});

/**
 * What somebody sees afterwards that they did not see before, and what of their own words is gone. What others had
 * opened to the place that was given up waits until they choose anew.
 */
function newlySeen(
  before: ReadonlyMap<string, Sight>,
  after: ReadonlyMap<string, Sight>,
  kept: string,
  duplicate: string,
  own: readonly string[],
): string[] {
  const wrong: string[] = [];
  for (const [id, sight] of after) {
    const seen = new Set(before.get(id));
    if (id === kept) for (const what of before.get(duplicate) ?? []) seen.add(what);
    // Whoever saw the one record sees the other in its place.
    if (seen.has(`person ${duplicate}`)) seen.add(`person ${kept}`);
    if (id === duplicate) {
      const left = [...sight].filter((what) => what !== `person ${duplicate}`);
      if (left.some((what) => /^(?:task|answer|family|share|document)/u.test(what)))
        wrong.push(`the duplicate still sees ${left.join(', ')}`);
      continue;
    }
    wrong.push(...[...sight].filter((what) => !seen.has(what)).map((what) => `${id} sees ${what}`));
    if (id !== kept) continue;
    wrong.push(...own.filter((what) => !sight.has(what)).map((what) => `lost ${what}`));
  }
  return wrong;
}
