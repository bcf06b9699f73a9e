import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PersonId, PracticeId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { DataSource } from 'typeorm';
import { Refusal } from '../problems/refusal';
import { Caller } from './caller';
import { Database } from './database';
import type { Transaction } from './transaction';

const REMEMBERED: Actor = { personId: 'p' as PersonId, practiceId: 'c' as PracticeId, roles: ['therapist'] };
const NOW: Actor = { ...REMEMBERED, personId: 'q' as PersonId, roles: [] };

/** A caller whose session is looked for again with this outcome, and how often it was. */
function calling(outcome: Actor | Refusal): { caller: Caller; looked: () => number } {
  let looked = 0;
  const caller = new Caller(REMEMBERED, {
    tokenHash: Buffer.from('token'),
    touch: true,
    again: () => {
      looked += 1;
      return outcome instanceof Refusal ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
    forget: () => undefined,
  });
  return { caller, looked: () => looked };
}

/** No database is there to be asked, so nothing is ever said yes to. */
const unasked = new Database({
  createQueryRunner: () => ({ connect: () => Promise.resolve({}), release: () => Promise.resolve() }),
} as unknown as DataSource);

/** What `access.enter` fails with where a session is not as it was remembered. */
const NOT_SO = Object.assign(new Error('It is not so.'), { code: 'CG002' });

/** What the driver calls on what it has sent. */
interface Sent {
  handleReadyForQuery(connection: object): void;
  handleError(failure: Error, connection: object): void;
}

/** A database that answers so to what it is asked, one after the other. */
function answering(answers: readonly ('yes' | 'no')[]): Database {
  const left = [...answers];
  let before = Promise.resolve();
  const connection = {
    submittedNamedStatements: {},
    query: (sent: Sent | string): unknown => {
      if (typeof sent === 'string') return Promise.resolve({ command: sent.toUpperCase() });
      before = before.then(async () => {
        await nextTurn();
        if (left.shift() === 'yes') sent.handleReadyForQuery(connection);
        else sent.handleError(NOT_SO, connection);
      });
      return before;
    },
  };
  return new Database({
    createQueryRunner: () => ({
      connect: () => Promise.resolve(connection),
      release: () => Promise.resolve(),
    }),
  } as unknown as DataSource);
}

describe('somebody who is only remembered', () => {
  it('is read from the caller, and not from a copy of it', () => {
    const { caller } = calling(NOW);
    expect([caller.personId, caller.practiceId, caller.roles]).toEqual(Object.values(REMEMBERED));
    const copy: Partial<Actor> = { ...caller };
    expect([copy.personId, copy.practiceId, copy.roles]).toEqual([undefined, undefined, undefined]);
  });

  it('is asked for in the words of the database, with the roles one acts in', () => {
    const { text, parameters } = calling(NOW).caller.entering;
    expect(text).toContain('access.enter(');
    expect(parameters).toEqual([Buffer.from('token'), true, 'c', 'p', ['therapist'], '{therapist}']);
  });

  it.each(['as', 'once'] as const)('is looked for before work is done that asks nothing: %s', async (way) => {
    const { caller, looked } = calling(NOW);
    const seen: string[] = [];
    const work = (): Promise<string> => {
      seen.push(caller.personId);
      return Promise.resolve(caller.personId);
    };
    expect(await unasked[way](caller, work)).toBe('q');
    expect([looked(), caller.isFound, seen]).toEqual([1, true, ['p', 'q']]);
    expect(await unasked[way](caller, work)).toBe('q');
    expect(looked()).toBe(1);
  });

  it.each(['as', 'once'] as const)(
    'is refused as nobody before work is refused for itself: %s',
    async (way) => {
      const nobody = calling(new Refusal('not-signed-in'));
      const work = (): Promise<never> => Promise.reject(new Refusal('malformed-cursor'));
      await expect(unasked[way](nobody.caller, work)).rejects.toEqual(new Refusal('not-signed-in'));
      expect(nobody.caller.isFound).toBe(false);
      const somebody = calling(NOW);
      await expect(unasked[way](somebody.caller, work)).rejects.toEqual(new Refusal('malformed-cursor'));
    },
  );

  it('is not looked for where the database is away: what was under way may have been done', async () => {
    const { caller, looked } = calling(NOW);
    const work = (): Promise<never> => Promise.reject(new Refusal('database-away'));
    await expect(unasked.as(caller, work)).rejects.toEqual(new Refusal('database-away'));
    expect(looked()).toBe(0);
  });

  it.each(['as', 'once'] as const)(
    'is looked for where only what was asked beside it was said yes to: %s',
    async (way) => {
      for (const [outcome, told] of [
        [NOW, 'q'],
        [new Refusal('not-signed-in'), new Refusal('not-signed-in')],
      ] as const) {
        const { caller, looked } = calling(outcome);
        const work = async (tx: Transaction): Promise<string> => {
          await tx.run('select 1', []);
          return caller.personId;
        };
        // The one is let in; then the session ends, and the other is not.
        const database = answering(['yes', 'no', 'yes']);
        const [one, other] = await Promise.allSettled([
          database[way](caller, work),
          database[way](caller, work),
        ]);
        expect(one).toEqual({ status: 'fulfilled', value: 'p' });
        expect(other.status === 'fulfilled' ? other.value : (other.reason as unknown)).toEqual(told);
        expect(looked()).toBe(1);
      }
    },
  );
});
