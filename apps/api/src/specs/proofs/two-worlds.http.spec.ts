import {
  FEW_CONNECTIONS,
  type Answer as Reply,
  type ApiClient,
  asStranger,
  howMany,
  LONGEST_PROOF,
  type RunningApi,
  startApi,
} from '@common-ground/testing';
import { Client } from 'pg';
import { everybody, type Cast } from '../acts';
import { plantCanaries } from '../canaries';
import { INVENTORY } from '../inventory';
import { READERS, type Reader } from '../secrets';
import type { World } from '../world';
import { SECRETS_TO_CHANGE, type SecretToChange } from './secrets-to-change';

/** No secret of a family is in these, and no two answers are alike, each for a reason of its own. */
const OTHERWISE_EACH_TIME: Readonly<Record<string, string>> = {
  '/api/records': 'counts what was recorded, the asking itself as well, and how much of it is sealed by now',
};
/** Moments in an answer that are those of the asking. */
const MOMENTS = [
  // When the copy of one's own words was made.
  /"madeAt":"[^"]*"/u,
  // When the entry for a calendar was made.
  /DTSTAMP:[0-9TZ]+/u,
  // How long an hour that is led has lasted, to those who lead it, and how many figures that takes.
  /"content-length","\d+"(?=[^]*"seconds":\{)/u,
  /"seconds":\{"hour":\d+,"entry":\d+(?:,"speaking":\d+)?\}/gu,
  // What is only looked at as somebody would get it would be given at the moment of looking.
  /(?<=\n\{"line":[^]*)"sharedAt":"[^"]*"/u,
  // When one's own session, in which one is asking, was last used.
  /"seenAt":"[^"]*"/gu,
];

/** What decides who reaches whom. Changed together with words, it could close the very way on which those would leak. */
const WAYS: ReadonlySet<string> = new Set(
  'block hold member invitation share task caseload consent consent_request'.split(' '),
);

/**
 * Two worlds that differ in one secret, and everybody who may not know it: to them every answer of every route is the
 * same, byte for byte, with its length, its order, its counts, its ETag and where its next page begins.
 */
describe('a secret that is otherwise', () => {
  let api: RunningApi;
  let owner: Client;
  let world: World;
  let cast: Cast;
  let readers: Record<Reader, ApiClient>;
  let before: ReadonlyMap<string, string>;

  beforeAll(async () => {
    api = await startApi({ env: FEW_CONNECTIONS });
    cast = await everybody(api);
    readers = { ...cast, stranger: asStranger(api) };
    ({ world } = await plantCanaries(cast));
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    // What asking leaves behind is taken away before each time everybody asks.
    await owner.query(`create schema kept; create table kept.audit as select id from audit`);
    before = await everyAnswer(READERS);
  }, LONGEST_PROOF);
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  it('is looked for in many answers, of every sort', () => {
    const statuses = [...before.values()].map((answer) => answer.slice(0, 3));
    for (const status of ['200', '401', '403', '404']) expect(statuses).toContain(status);
    expect(before.size).toBeGreaterThan(2000);
  });

  it.each(rounds())(
    '$name: nobody else can tell',
    async ({ asking, secrets }) => {
      await within(secrets, async () => {
        const mayShow = secrets.flatMap(({ closes }) => closes ?? []);
        const told = differences(await everyAnswer(asking)).filter((ask) => {
          const [who, , path = ''] = ask.split(' ');
          return !mayShow.some((one) => one.to === who && one.in.test(path));
        });
        expect(told).toEqual([]);
      });
    },
    LONGEST_PROOF,
  );

  it.each(SECRETS_TO_CHANGE.map((secret) => [secret.what, secret] as const))(
    '%s: those who may know are told',
    async (_what, secret) => {
      // Otherwise it would be nothing that nobody can tell.
      await within([secret], async () => {
        expect(await isToldSomewhere(secret.knownTo[0])).toBe(true);
      });
    },
    LONGEST_PROOF,
  );

  it(
    'and when all is as it was, everybody is answered as before',
    async () => {
      expect(differences(await everyAnswer(READERS))).toEqual([]);
    },
    LONGEST_PROOF,
  );

  async function within(secrets: readonly SecretToChange[], work: () => Promise<void>): Promise<void> {
    const tables = new Set(secrets.flatMap((secret) => secret.tables));
    for (const table of tables) await owner.query(`create table kept.${table} as table ${table}`);
    // Changed and put back without asking triggers or neighbours: the world is only thought of as another one.
    await owner.query('set session_replication_role = replica');
    try {
      for (const { change } of secrets) await owner.query(change);
      await work();
    } finally {
      for (const table of tables) {
        await owner.query(`delete from ${table}; insert into ${table} select * from kept.${table};
          drop table kept.${table}`);
      }
      await owner.query('set session_replication_role = origin');
    }
  }

  /** Every answer to every harmless request, by who asked what. */
  async function everyAnswer(asking: readonly Reader[]): Promise<ReadonlyMap<string, string>> {
    await forgetAsking();
    const answers = new Map<string, string>();
    for (const paths of harmlessPaths()) {
      const asks = paths.flatMap((path) => asking.map((who) => ({ who, path })));
      await inTurns(asks, async ({ who, path }) => {
        answers.set(...(await answerTo(who, path)));
      });
    }
    return answers;
  }

  /** Whether any answer differs; once one does, the others need not be asked for. */
  async function isToldSomewhere(who: Reader | undefined): Promise<boolean> {
    if (who === undefined) throw new Error('A secret that nobody knows is none.');
    await forgetAsking();
    let isTold = false;
    await inTurns(harmlessPaths().flat(), async (path) => {
      if (isTold) return;
      const [ask, answer] = await answerTo(who, path);
      isTold ||= before.get(ask) !== answer;
    });
    return isTold;
  }

  /** Who read what of mine is asked before anybody reads anything; otherwise it would depend on who is faster. */
  function harmlessPaths(): [readonly string[], readonly string[]] {
    const paths = Object.values(INVENTORY)
      .flatMap((asks) => asks(world))
      .filter(({ method, path }) => method === 'GET' && !(path in OTHERWISE_EACH_TIME))
      .map(({ path }) => path)
      // Setting paper takes long, so the short run looks at every route that does, and not at every sheet.
      .filter((path, at) => !/\/pdf(?:\?|$)/u.test(path) || at % howMany(4, 1) === 0);
    const ofReads = (path: string): boolean => path.startsWith('/api/me/access-log');
    return [paths.filter(ofReads), paths.filter((path) => !ofReads(path))];
  }

  async function forgetAsking(): Promise<void> {
    await owner.query(`delete from audit where id not in (select id from kept.audit)`);
  }

  async function answerTo(who: Reader, path: string): Promise<[string, string]> {
    return [`${who} GET ${path}`, comparable(await readers[who].get(path))];
  }

  function differences(after: ReadonlyMap<string, string>): string[] {
    return [...after].filter(([ask, answer]) => before.get(ask) !== answer).map(([ask]) => ask);
  }
});

interface Round {
  readonly name: string;
  readonly asking: readonly Reader[];
  readonly secrets: readonly SecretToChange[];
}

/**
 * In the long run each secret is changed by itself, and everybody who may not know it asks. In the short run each
 * reader asks twice: when all words are otherwise that are not theirs to know, and when all ways are. A secret by which
 * something closes to a reader is changed by itself for them, or what another one leaks there would be forgiven as well.
 */
function rounds(): Round[] {
  const unknownTo = (reader: Reader): SecretToChange[] =>
    SECRETS_TO_CHANGE.filter(({ knownTo }) => !knownTo.some((one) => one === reader));
  if (howMany(0, 1) === 1) {
    return SECRETS_TO_CHANGE.map((secret) => ({
      name: secret.what,
      asking: READERS.filter((reader) => unknownTo(reader).includes(secret)),
      secrets: [secret],
    }));
  }
  const isOfWays = ({ tables }: SecretToChange): boolean => tables.some((table) => WAYS.has(table));
  return READERS.flatMap((reader) => {
    const asking = [reader];
    const closing = unknownTo(reader).filter(({ closes }) => closes?.to === reader);
    const others = unknownTo(reader).filter((one) => !closing.includes(one));
    return [
      { name: `words, to ${reader}`, asking, secrets: others.filter((one) => !isOfWays(one)) },
      { name: `ways, to ${reader}`, asking, secrets: others.filter(isOfWays) },
      ...closing.map((secret) => ({ name: `${secret.what}, to ${reader}`, asking, secrets: [secret] })),
    ];
  });
}

/** Does a work for each, a few at a time. */
async function inTurns<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const left = all[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

function comparable({ status, bytes, headers }: Reply<unknown>): string {
  const lasting = [...headers].filter(([name]) => name !== 'date');
  return MOMENTS.reduce(
    (text, moment) => text.replace(moment, ''),
    `${status} ${JSON.stringify(lasting)}\n${bytes.toString('latin1')}`,
  );
}
