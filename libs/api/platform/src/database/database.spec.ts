import type { PersonId, PracticeId } from '@common-ground/contract';
import type { DataSource } from 'typeorm';
import { Refusal } from '../problems/refusal';
import { Database } from './database';
import type { Transaction } from './transaction';

const ACTOR = { personId: 'p' as PersonId, practiceId: 'c' as PracticeId, roles: [] };
const failed = (code: string): Error => Object.assign(new Error('Something is not there'), { code });
const AWAY = new Refusal('database-away');

/** A database of which connecting or asking fails. */
function failing(at: {
  readonly connect?: Error;
  readonly query?: Error;
  readonly journey?: Error;
}): Database {
  const broken = (failure: Error | undefined) => (): Promise<unknown> =>
    failure ? Promise.reject(failure) : Promise.resolve({ command: 'COMMIT', rows: [] });
  const connection = {
    query: (what: unknown): unknown => {
      // What goes in one journey is told of through the driver, and a word alone is answered.
      const failure = at.query ?? at.journey;
      if (typeof what !== 'string' && failure) throw failure;
      return broken(at.query)();
    },
  };
  return new Database({
    createQueryRunner: () => ({
      connect: () => (at.connect ? Promise.reject(at.connect) : Promise.resolve(connection)),
      release: () => Promise.resolve(),
    }),
  } as unknown as DataSource);
}

describe('what fails while a connection is held', () => {
  const codes = ['ENOENT', 'EPIPE', 'ECONNREFUSED', 'ETIMEDOUT'];

  it.each(codes)('is the database being away, where connecting or asking it fails: %s', async (code) => {
    await expect(failing({ connect: failed(code) }).as(ACTOR, () => Promise.resolve(1))).rejects.toEqual(
      AWAY,
    );
    const asks = failing({ query: failed(code) });
    await expect(asks.as(ACTOR, (tx) => tx.run('select 1', []))).rejects.toEqual(AWAY);
    await expect(asks.once(ACTOR, (tx) => tx.run('select 1', []))).rejects.toEqual(AWAY);
    expect(await asks.answers()).toBe(false);
  });

  it.each(codes)('is what it is, where a file or another machine fails: %s', async (code) => {
    const failure = failed(code);
    const database = failing({});
    const work = (): Promise<never> => Promise.reject(failure);
    await expect(database.as(ACTOR, work)).rejects.toBe(failure);
    await expect(database.once(ACTOR, work)).rejects.toBe(failure);
  });
});

describe('a transaction whose opening did not come through', () => {
  const first = (tx: Transaction): Promise<unknown> => tx.run('select 1', []).catch(() => undefined);

  it('says nothing more, which would be said outside it and as nobody', async () => {
    const broken = failing({ journey: failed('22P02') });
    const goesOn = broken.as(ACTOR, async (tx) => {
      await first(tx);
      return tx.run('update task set title = $1', ['a']);
    });
    await expect(goesOn).rejects.toThrow('This transaction is over.');
  });

  it('is not told to be done', async () => {
    const broken = failing({ journey: failed('22P02') });
    await expect(broken.as(ACTOR, first)).rejects.toThrow('What the transaction opens with failed');
  });
});

describe('a transaction whose work is over', () => {
  const ways = [
    ['as', (work: (tx: Transaction) => Promise<unknown>) => failing({}).as(ACTOR, work)],
    ['once', (work: (tx: Transaction) => Promise<unknown>) => failing({}).once(ACTOR, work)],
  ] as const;

  it.each(ways)('says nothing more on a connection that is another’s by then: %s', async (_way, through) => {
    for (const ends of [() => Promise.resolve(), () => Promise.reject(failed('ENOENT'))]) {
      let kept: Transaction | undefined;
      await through((tx) => {
        kept = tx;
        return ends();
      }).catch(() => undefined);
      await expect(kept?.run('select 1', [])).rejects.toThrow('This transaction is over.');
    }
  });
});
