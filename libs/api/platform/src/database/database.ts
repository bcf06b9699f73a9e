import { Injectable } from '@nestjs/common';
import { STAFF_ROLES } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { asId } from '../wire/parameters';
import { prepared } from './prepared';

/** One transaction of one actor. Everything read or written through it passes row-level security as that person. */
export type Transaction = EntityManager;

/** The only way to the database: always in a transaction, always as somebody. */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` in one transaction in which PostgreSQL knows who asks, and in which of their roles the session acts.
   * The setting is local to the transaction, so a connection that goes back to the pool knows nobody.
   */
  as<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#connected(async (connection, tx) => {
      // All in one journey to the database. Two statements at once take no parameters, hence the checks.
      const roles = STAFF_ROLES.filter((role) => actor.roles.includes(role));
      await connection.query(
        `begin; select set_config('app.person_id', '${asId(actor.personId)}', true),
           set_config('app.practice_id', '${asId(actor.practiceId)}', true),
           set_config('app.roles', '{${roles.join(',')}}', true)`,
      );
      try {
        const result = await work(tx);
        // After a failure that `work` caught and forgot, PostgreSQL answers COMMIT with ROLLBACK and no error.
        const { command } = await connection.query('commit');
        if (command !== 'COMMIT')
          throw new Error('The transaction failed on the way and nothing of it was kept.');
        return result;
      } catch (failure) {
        await connection.query('rollback');
        throw failure;
      }
    });
  }

  /**
   * Runs `work` while no other process does the same, in one transaction of nobody: it can read no table and call
   * only the functions made for callers without a name.
   * @param what names the work; the same name, the same turn
   * @returns null at once, when another process is at it
   */
  alone<T>(what: string, work: (tx: Transaction) => Promise<T>): Promise<T | null> {
    return this.#connected(async (connection, tx) => {
      await connection.query('begin');
      try {
        const { rows } = await connection.query<{ mine: boolean }>(
          'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine',
          [what],
        );
        const result = rows[0]?.mine === true ? await work(tx) : null;
        await connection.query('commit');
        return result;
      } catch (failure) {
        await connection.query('rollback');
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
    return this.#connected(async (connection) => (await prepared<Row>(connection, call, parameters)).rows);
  }

  async #connected<T>(work: (connection: PoolClient, tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      return await work((await runner.connect()) as PoolClient, runner.manager);
    } finally {
      await runner.release();
    }
  }
}
