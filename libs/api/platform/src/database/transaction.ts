import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { asked } from './database-away';
import { inOneJourney, type Answered, type Statement } from './one-journey';

const COMMIT: Statement = { text: 'commit', parameters: [] };

/**
 * One transaction of one actor. Everything read or written through it passes row-level security as that person.
 * How it opens is said together with its first statement, in one journey; there is no other way to say one.
 */
export class Transaction {
  #opening: readonly Statement[];
  #said = 0;
  #isLost = false;
  #end: 'open' | 'with-next' | 'ended' = 'open';

  /**
   * @param heard is told once the database has heard how it opens
   * @param most after how many statements it is over
   */
  constructor(
    private readonly connection: PoolClient,
    readonly entities: Pick<DataSource, 'getMetadata' | 'driver'>,
    opening: readonly Statement[],
    private readonly heard: () => void = () => undefined,
    private readonly most = Infinity,
  ) {
    this.#opening = opening;
  }

  /** Whether the database has heard of it. */
  get hasBegun(): boolean {
    return this.#said > 0;
  }

  /** Whether what it opens with did not come through: whatever was said now would be said outside it, as nobody. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** What has to be done before the next statement sees the database, and goes with it in one journey. */
  lead(text: string, parameters: readonly unknown[]): void {
    this.#opening = [...this.#opening, { text, parameters }];
  }

  /** Whether what it was begun for is committed already. */
  get hasEnded(): boolean {
    return this.#end === 'ended';
  }

  /** The next statement is the last, and is committed in the same journey: it is kept, or its failure is told. */
  endWithNext(): void {
    this.#end = 'with-next';
  }

  async run<Row extends object>(text: string, parameters: readonly unknown[]): Promise<Answered<Row>> {
    this.#said += 1;
    if (this.#said > this.most) throw new Error('This transaction was to be of fewer statements.');
    if (this.#end === 'ended' || this.#isLost) throw new Error('This transaction is over.');
    const isLast = this.#end === 'with-next';
    const opening = this.#opening;
    const statements = [...opening, { text, parameters }, ...(isLast ? [COMMIT] : [])];
    this.#opening = [];
    const results = await asked(() => inOneJourney(this.connection, statements)).catch((failure: unknown) => {
      this.#isLost = opening.length > 0;
      throw failure;
    });
    this.heard();
    if (isLast) {
      demandCommit(results.at(-1));
      this.#end = 'ended';
    }
    const result = results.at(isLast ? -2 : -1);
    if (result === undefined) throw new Error('The database answered a statement with nothing.');
    return result as Answered<Row>;
  }
}

/** After a failure that somebody caught and forgot, PostgreSQL answers COMMIT with ROLLBACK and no error. */
export function demandCommit(answered: Pick<Answered, 'command'> | undefined): void {
  if (answered?.command !== 'COMMIT')
    throw new Error('The transaction failed on the way and nothing of it was kept.');
}
