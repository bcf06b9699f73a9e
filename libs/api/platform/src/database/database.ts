import { Injectable, Logger } from '@nestjs/common';
import { STAFF_ROLES } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Refusal } from '../problems/refusal';
import { asked, DatabaseAway } from './database-away';
import { inOneJourney, type Statement } from './one-journey';
import { Transaction } from './transaction';

const BEGIN: Statement = { text: 'begin', parameters: [] };

const SAID_ONCE_IN_MS = 30_000;

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
    return this.#connected(async (connection) => {
      const tx = new Transaction(connection, this.source, [BEGIN, contextOf(actor)]);
      try {
        const result = await work(tx);
        if (!tx.hasBegun) return result;
        // After a failure that `work` caught and forgot, PostgreSQL answers COMMIT with ROLLBACK and no error.
        const { command } = await asked(() => connection.query('commit'));
        if (command !== 'COMMIT')
          throw new Error('The transaction failed on the way and nothing of it was kept.');
        return result;
      } catch (failure) {
        if (tx.hasBegun) await rollBack(connection);
        throw failure;
      }
    }).then((result) => {
      if (result instanceof Refusal) throw result;
      return result;
    });
  }

  /**
   * As `as`, for work of a single statement. The database opens and ends a transaction of its own around what comes in
   * one journey, so nothing else is said.
   */
  once<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#connected((connection) =>
      work(new Transaction(connection, this.source, [contextOf(actor)], 1)),
    );
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
        await asked(() => connection.query('commit'));
        return result;
      } catch (failure) {
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
    return this.#connected(
      async (connection) =>
        (await asked(() => inOneJourney<Row>(connection, [{ text: call, parameters }]))).rows,
    );
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

/** A line that broke is rolled back by the other side, and says nothing new about why. */
async function rollBack(connection: PoolClient): Promise<void> {
  try {
    await asked(() => connection.query('rollback'));
  } catch (failure) {
    if (!(failure instanceof DatabaseAway)) throw failure;
  }
}

/** Who asks, for as long as the transaction lasts. */
function contextOf({ personId, practiceId, roles }: Actor): Statement {
  return {
    text: `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
      set_config('app.roles', $3, true)`,
    parameters: [personId, practiceId, `{${STAFF_ROLES.filter((role) => roles.includes(role)).join(',')}}`],
  };
}
