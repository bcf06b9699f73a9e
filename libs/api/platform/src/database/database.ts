import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@common-ground/rules/access';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Refusal } from '../problems/refusal';
import { Caller } from './caller';
import { contextOf } from './context';
import { asked, DatabaseAway } from './database-away';
import { inOneJourney, type Statement } from './one-journey';
import { demandCommit, Transaction } from './transaction';

const BEGIN: Statement = { text: 'begin', parameters: [] };

const SAID_ONCE_IN_MS = 30_000;

/** How a transaction is told who asks, and what is done once it has heard. */
interface AsWhom {
  readonly says: Statement;
  readonly heard: () => void;
}

/** The only way to the database: always in a transaction, always as somebody. */
@Injectable()
export class Database {
  readonly #log = new Logger('Database');
  #saidAt = 0;

  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` in one transaction in which PostgreSQL knows who asks, and in which of their roles the session acts.
   * The setting is local to the transaction, so a connection that goes back to the pool knows nobody.
   *
   * A refusal that is thrown undoes everything. One that is returned is committed and then thrown: it tells something,
   * and that it was read has to stay in the records.
   */
  as<T>(actor: Actor, work: (tx: Transaction) => Promise<T | Refusal>): Promise<T> {
    return this.#knowing(actor, (asWhom) => this.#inTransaction(asWhom, work));
  }

  #inTransaction<T>({ says, heard }: AsWhom, work: (tx: Transaction) => Promise<T | Refusal>): Promise<T> {
    return this.#connected(async (connection) => {
      const tx = new Transaction(connection, this.source, [BEGIN, says], heard);
      try {
        const result = await work(tx);
        tx.close();
        if (!tx.hasBegun || tx.hasEnded) return result;
        if (tx.isLost) throw new Error('What the transaction opens with failed, and somebody went on.');
        demandCommit(await asked(() => connection.query('commit')));
        return result;
      } catch (failure) {
        tx.close();
        if (tx.hasBegun && !tx.hasEnded) await rollBack(connection);
        throw failure;
      }
    }).then((result) => {
      if (result instanceof Refusal) throw result;
      return result;
    });
  }

  /**
   * As `as`, for work whose statements all travel together. The database opens and ends a transaction of its own around
   * what comes in one journey, so nothing else is said.
   */
  once<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#knowing(actor, ({ says, heard }) =>
      this.#connected(async (connection) => {
        const tx = new Transaction(connection, this.source, [says], heard, 1);
        try {
          return await work(tx);
        } finally {
          tx.close();
        }
      }),
    );
  }

  /**
   * Who is only remembered is asked for along with the first statement of the work. Where that was not said yes to, the
   * work has changed nothing: it is looked who asks, and the work is begun anew. So is work that failed, or was done,
   * before it asked the database at all. Where the line broke nothing is begun anew. What another attempt beside this one
   * was answered says nothing of this one: in between the session can end.
   */
  async #knowing<T>(actor: Actor, attempt: (asWhom: AsWhom) => Promise<T>): Promise<T> {
    if (actor instanceof Caller && !actor.isFound) {
      let isHeard = false;
      const heard = (): void => {
        isHeard = true;
        actor.hasEntered();
      };
      try {
        const result = await attempt({ says: actor.entering, heard });
        if (isHeard) return result;
      } catch (failure) {
        if (isHeard || isAway(failure)) throw failure;
      }
      await actor.lookAgain();
    }
    return attempt({ says: contextOf(actor), heard: () => undefined });
  }

  /**
   * Runs `work` while no other process does the same, in one transaction of nobody: it can read no table and call
   * only the functions made for callers without a name.
   * @param what names the work; the same name, the same turn
   * @returns null at once, when another process is at it
   */
  alone<T>(what: string, work: (tx: Transaction) => Promise<T>): Promise<T | null> {
    return this.#connected(async (connection) => {
      const tx = new Transaction(connection, this.source, [BEGIN]);
      try {
        const { rows } = await tx.run<{ mine: boolean }>(
          'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine',
          [what],
        );
        const result = rows[0]?.mine === true ? await work(tx) : null;
        tx.close();
        await asked(() => connection.query('commit'));
        return result;
      } catch (failure) {
        tx.close();
        await rollBack(connection);
        throw failure;
      }
    });
  }

  /**
   * One call of a function made for callers nobody knows yet: signing in, and finding who a session belongs to. The
   * application's role can read no table without an actor, so nothing else can come this way.
   */
  beforeSignIn<Row extends object>(
    call: `select ${string}from access.${string}`,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    return this.#connected(async (connection) => {
      const [found] = await asked(() => inOneJourney(connection, [{ text: call, parameters }]));
      return (found?.rows ?? []) as Row[];
    });
  }

  /** Whether the database answers at all; what keeps it from that is said in the log. */
  async answers(): Promise<boolean> {
    try {
      await this.#connected((connection) => asked(() => connection.query('select 1')));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * While the database is away everybody is refused in the same way. Nothing is tried again here: what was under way may
   * have been committed, and only whoever asked knows the key under which asking again is safe. What else `work` does,
   * with files or with other machines, fails as what it is.
   */
  async #connected<T>(work: (connection: PoolClient) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      return await work((await asked(() => runner.connect())) as PoolClient);
    } catch (failure) {
      if (!(failure instanceof DatabaseAway)) throw failure;
      this.#sayAway(failure.why);
      throw new Refusal('database-away');
    } finally {
      await runner.release();
    }
  }

  /** Once in a while, however many requests meet it. */
  #sayAway(why: string): void {
    if (Date.now() - this.#saidAt < SAID_ONCE_IN_MS) return;
    this.#saidAt = Date.now();
    this.#log.warn(`the database is away: ${why}`);
  }
}

function isAway(failure: unknown): boolean {
  return failure instanceof Refusal && failure.code === 'database-away';
}

/** A line that broke is rolled back by the other side, and says nothing new about why. */
async function rollBack(connection: PoolClient): Promise<void> {
  try {
    await asked(() => connection.query('rollback'));
  } catch (failure) {
    if (!(failure instanceof DatabaseAway)) throw failure;
  }
}
