import { Injectable } from '@nestjs/common';
import type { Actor } from '@common-ground/rules/access';
import { DataSource, type EntityManager } from 'typeorm';
import { perform } from './rows';

/** One transaction of one actor. Everything read or written through it passes row-level security as that person. */
export type Transaction = EntityManager;

/** The only way to the database: always in a transaction, always as somebody. */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` in one transaction in which PostgreSQL knows who asks. The setting is local to the transaction, so a
   * connection that goes back to the pool knows nobody.
   */
  as<T>(actor: Pick<Actor, 'personId' | 'practiceId'>, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.source.transaction(async (tx) => {
      await perform(
        tx,
        `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true)`,
        [actor.personId, actor.practiceId],
      );
      return work(tx);
    });
  }

  /**
   * One call of a function made for callers nobody knows yet: signing in, and finding who a session belongs to. The
   * application's role can read no table without an actor, so nothing else can come this way.
   */
  async beforeSignIn<Row>(
    call: `select ${string}from access.${string}`,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    return this.source.query<Row[]>(call, [...parameters]);
  }
}
