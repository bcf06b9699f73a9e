import type { PoolClient, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import { asked } from './database-away';
import { inOneJourney, type Statement } from './one-journey';

/**
 * One transaction of one actor. Everything read or written through it passes row-level security as that person.
 * How it opens is said together with its first statement, in one journey; there is no other way to say one.
 */
export class Transaction {
  #opening: readonly Statement[];
  #said = 0;

  /** @param most after how many statements it is over */
  constructor(
    private readonly connection: PoolClient,
    readonly entities: Pick<DataSource, 'getMetadata' | 'driver'>,
    opening: readonly Statement[],
    private readonly most = Infinity,
  ) {
    this.#opening = opening;
  }

  /** Whether the database has heard of it. */
  get hasBegun(): boolean {
    return this.#said > 0;
  }

  /** What has to be done before the next statement sees the database, and goes with it in one journey. */
  lead(text: string, parameters: readonly unknown[]): void {
    this.#opening = [...this.#opening, { text, parameters }];
  }

  run<Row extends object>(text: string, parameters: readonly unknown[]): Promise<QueryResult<Row>> {
    this.#said += 1;
    if (this.#said > this.most) throw new Error('This transaction was to be of fewer statements.');
    const opening = this.#opening;
    this.#opening = [];
    return asked(() => inOneJourney<Row>(this.connection, [...opening, { text, parameters }]));
  }
}
