import { once } from 'node:events';
import { connect } from 'node:net';
import type { Me, Page, TaskSummary } from '@common-ground/contract';
import { type ApiClient, howMany, LONGEST_PROOF, type RunningApi, startApi } from '@common-ground/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { done, everybody, type Cast } from '../acts';

const READERS = ['mother', 'father', 'therapist', 'other-client'] as const;

/**
 * One connection for everybody, so that whatever one request leaves on it the next one finds: requests that fail, that
 * nobody waits for any more, whose statement is cancelled under them, whose connection is torn away.
 */
describe('with one connection to the database', () => {
  let api: RunningApi;
  let owner: Client;
  let cast: Cast;
  const own = new Map<string, string>();

  beforeAll(async () => {
    api = await startApi({ env: { DATABASE_POOL: '1' } });
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    for (const who of READERS) own.set(who, await seen(cast[who]));
    expect(new Set(own.values()).size).toBe(READERS.length);
  }, LONGEST_PROOF);
  afterAll(async () => {
    await owner.end();
    await api.stop();
  }, LONGEST_PROOF);

  /** Who somebody is told they are, and what is theirs. */
  async function seen(person: ApiClient): Promise<string> {
    const me = await done(person.get<Me>('/api/me'));
    const { items } = await done(person.get<Page<TaskSummary>>('/api/homework?limit=100'));
    return `${me.person.id} ${items.map(({ id }) => id).join()}`;
  }

  const onTheConnection = (what: 'pg_cancel_backend' | 'pg_terminate_backend'): Promise<unknown> =>
    owner.query(
      `select ${what}(pid) from pg_stat_activity
       where datname = current_database() and usename = 'common_ground_app' and application_name = 'common-ground'`,
    );

  const STORMS: readonly (() => Promise<unknown>)[] = [
    () => cast.mother.get('/api/homework/not-an-id'),
    () => cast.father.get('/api/families/00000000-0000-7000-8000-000000000000'),
    () => cast['other-client'].post('/api/me/erasure', { familyId: '00000000-0000-7000-8000-000000000000' }),
    () => cast.therapist.post('/api/families', { name: '\u0000', client: { displayName: '' } }),
    () => nobodyWaitsFor('/api/documents?limit=100', 0),
    () => nobodyWaitsFor('/api/homework?limit=100', 3),
    () => onTheConnection('pg_cancel_backend'),
    () => onTheConnection('pg_terminate_backend'),
  ];

  /** Somebody asks and closes the page before the answer is there. */
  async function nobodyWaitsFor(path: string, milliseconds: number): Promise<void> {
    await cast.therapist.abandoned(path, milliseconds);
  }

  it(
    'nobody is ever somebody else, and the connection goes on serving',
    async () => {
      const storm = fc.array(fc.tuple(fc.constantFrom(...READERS), fc.nat(STORMS.length - 1)), {
        minLength: 6,
        maxLength: 12,
      });
      let served = 0;
      await fc.assert(
        fc.asyncProperty(storm, async (gusts) => {
          const asked = gusts.map(async ([who, at]) => {
            const [, sight] = await Promise.all([STORMS[at]?.(), seen(cast[who]).catch(() => 'an error')]);
            // A request whose connection was torn away may fail; it may not be answered with what is another's.
            expect([who, sight]).toEqual([who, sight === 'an error' ? sight : own.get(who)]);
            if (sight !== 'an error') served += 1;
          });
          await Promise.all(asked);
        }),
        { seed: howMany(11, Date.now() % 1_000_000), numRuns: howMany(25, 500), endOnFailure: true },
      );
      expect(served).toBeGreaterThan(50);
      for (const who of READERS) expect(await seen(cast[who])).toBe(own.get(who));
    },
    LONGEST_PROOF,
  );

  it('no transaction is left open, and there is one connection still', async () => {
    const { rows } = await owner.query<{ state: string }>(
      `select state from pg_stat_activity where datname = current_database() and application_name = 'common-ground'`,
    );
    expect(rows).toEqual([{ state: 'idle' }]);
  });
});

it(
  'a browser that holds a connection it has not used does not keep the server from stopping',
  async () => {
    const api = await startApi();
    const socket = connect(Number(new URL(api.origin).port), '127.0.0.1');
    await once(socket, 'connect');
    const began = performance.now();
    await api.stop();
    expect(performance.now() - began).toBeLessThan(10_000);
    socket.destroy();
  },
  LONGEST_PROOF,
);
