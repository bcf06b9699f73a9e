import {
  FEW_CONNECTIONS,
  type ApiClient,
  asStranger,
  howMany,
  LONGEST_PROOF,
  type RunningApi,
  seeds,
  startApi,
} from '@common-ground/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { listsFor, thingsFor, type Expected } from './answers-by-the-book';
import { randomId } from './drawing';
import { randomPractice, tokenOf } from './random-practice';
import { openPractice, plant, type PracticeRows } from './rows-of-a-practice';
import { ByTheBook } from './sight-by-the-book';

/**
 * Each person asks for each list, and for one thing in so many; which ones differs from person to person and from
 * seed to seed. The long run draws more families and not more things of each: it has to be over within the hour, or
 * nobody runs it.
 */
const ONE_THING_IN = 15;
/** After so many practices the database counts its rows anew; without that it plans for the empty one it was. */
const COUNTED_EVERY = 25;
const AT_ONCE = 8;

/**
 * Once with every wall, and once with the rows open to everybody, so that what the program judges has to be right by
 * itself; random-families.sql.spec.ts asks the rows without the program.
 */
describe.each([
  ['', false, 0],
  [', with all rows open', true, 10],
])('random families, as the API shows them%s', (_walls, rowsAreOpen, from) => {
  let api: RunningApi;
  let owner: Client;
  let anyone: ApiClient;

  beforeAll(async () => {
    api = await startApi({ env: FEW_CONNECTIONS });
    anyone = asStranger(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    if (rowsAreOpen) await openAllRows();
  }, LONGEST_PROOF);
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  it(
    'everybody is answered what the book says, id for id and refusal for refusal',
    async () => {
      const wrong: string[] = [];
      const statuses = new Map<number, number>();
      // Asking takes a hundred times as long as looking at rows, so the short run asks about a part of them.
      for (const [nth, seed] of seeds()
        .slice(from, howMany(from + 5, Infinity))
        .entries()) {
        if (nth % COUNTED_EVERY === 1) await owner.query('analyze');
        const id = randomId();
        const { today } = await openPractice(owner, id);
        const [rows] = fc.sample(randomPractice(id, today), { seed, numRuns: 1 });
        if (rows === undefined) throw new Error('A practice was to be drawn.');
        await plant(owner, rows);
        await inParallel(rows.person, async ({ id: me, display_name }, at) => {
          const book = new ByTheBook(rows, me, today);
          const things = thingsFor(rows, book).filter((_, place) => (place + at + seed) % ONE_THING_IN === 0);
          for (const expected of [...listsFor(rows, book), ...things]) {
            const flaws = await ask(me, expected, statuses);
            wrong.push(
              ...flaws.map((flaw) => `seed ${seed}, ${display_name}, ${named(rows, expected)}: ${flaw}`),
            );
          }
        });
      }
      expect(wrong).toEqual([]);
      // Not a proof about nothing: much is read, refused and not there.
      for (const status of [200, 403, 404]) expect(statuses.get(status)).toBeGreaterThan(100);
    },
    LONGEST_PROOF,
  );

  /** Opens every row to the program alone; what it asks functions about relations is as true as ever. */
  async function openAllRows(): Promise<void> {
    await owner.query(`do $$ declare found regclass; begin
      for found in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
        execute format('create policy open on %s to common_ground_app using (true) with check (true)', found);
      end loop; end $$`);
  }

  async function ask(me: string, expected: Expected, statuses: Map<number, number>): Promise<string[]> {
    const reply = await anyone.get(expected.path, { cookie: `common-ground=${tokenOf(me)}` });
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
    if (reply.status !== expected.status) return [`${reply.status} instead of ${expected.status}`];
    if (expected.ids === null) return [];
    const found = idsIn(reply.body);
    return [
      ...found.filter((id) => expected.ids?.has(id) === false).map((id) => `shows ${id}`),
      ...[...expected.ids].filter((id) => !found.includes(id)).map((id) => `lacks ${id}`),
    ];
  }
});

interface Listed {
  readonly id: string;
  readonly answerId?: string;
  readonly answers?: readonly { id: string; offer: { readBy: readonly { memberId: string }[] } | null }[];
}

/** The ids of what is listed; of responses, of the answers in them and who reads each; of offers, of whom to choose. */
function idsIn(body: unknown): string[] {
  const { items, companions } = body as {
    items: readonly Listed[];
    companions?: readonly { memberId: string }[];
  };
  if (companions !== undefined) return companions.map(({ memberId }) => memberId);
  return items.flatMap(
    ({ id, answerId, answers }) =>
      answers?.flatMap((answer) => [
        answer.id,
        ...(answer.offer?.readBy ?? []).map(({ memberId }) => `${answer.id} read by ${memberId}`),
      ]) ?? [answerId ?? id],
  );
}

function named(rows: PracticeRows, { path }: Expected): string {
  const family = rows.family.find(({ id }) => path.includes(id));
  return family === undefined ? path : path.replace(family.id, family.name);
}

async function inParallel<T>(all: readonly T[], each: (one: T, at: number) => Promise<void>): Promise<void> {
  const waiting = all.map((one, at) => ({ one, at }));
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await each(next.one, next.at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
