import { LONGEST_PROOF, scratchDatabase, type ScratchDatabase, seeds } from '@common-ground/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { randomId } from './drawing';
import { randomPractice } from './random-practice';
import { openPractice, plant, type PracticeRows } from './rows-of-a-practice';
import { ByTheBook, SEEN_TABLES } from './sight-by-the-book';

const IDS = SEEN_TABLES.map((table) => {
  const id = table === 'document_draft' ? 'document_id' : 'id';
  return `select '${table}' as table, coalesce(array_agg(${id}), '{}') as ids from ${table}`;
}).join(' union all ');

describe('random families, as row-level security alone shows them', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;
  const practices: { seed: number; rows: PracticeRows; today: string }[] = [];

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    for (const seed of seeds()) {
      const id = randomId();
      const { today } = await openPractice(owner, id);
      const [rows] = fc.sample(randomPractice(id, today), { seed, numRuns: 1 });
      if (rows === undefined) throw new Error('A practice was to be drawn.');
      await plant(owner, rows);
      practices.push({ seed, rows, today });
    }
    await owner.query('analyze');
  }, LONGEST_PROOF);
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  it(
    'everybody sees what the book says, id for id',
    async () => {
      const wrong: string[] = [];
      let seen = 0;
      for (const { seed, rows, today } of practices) {
        for (const { id, display_name } of rows.person) {
          const sight = new ByTheBook(rows, id, today).sight();
          await app.query('begin');
          const byCode = rows.signed_in.some((one) => one.person_id === id && one.how === 'code');
          await app.query(
            `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
             set_config('app.roles', $3, true)`,
            [id, rows.practiceId, byCode ? '{}' : '{therapist,supervisor,admin}'],
          );
          const found = await app.query<{ table: keyof typeof sight; ids: string[] }>(IDS);
          await app.query('rollback');
          for (const { table, ids } of found.rows) {
            seen += ids.length;
            const who = `seed ${seed}, ${display_name}, ${table}`;
            const book = sight[table];
            wrong.push(...ids.filter((one) => !book.has(one)).map((one) => `${who}: sees ${one}`));
            wrong.push(
              ...[...book].filter((one) => !ids.includes(one)).map((one) => `${who}: misses ${one}`),
            );
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(seen).toBeGreaterThan(10_000);
    },
    LONGEST_PROOF,
  );
});
