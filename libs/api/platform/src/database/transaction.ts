import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { asked } from './database-away';
import { inOneJourney, type Answered, type Statement } from './one-journey';

const COMMIT: Statement = { text: 'commit', parameters: [] };

/** A statement that waits for the others that are said along with it. */
interface Waiting {
  readonly statement: Statement;
  readonly answered: (answer: Answered) => void;
  readonly failed: (failure: unknown) => void;
}

/**
 * One transaction of one actor. Everything read or written through it passes row-level security as that person.
 * How it opens is said together with its first statement, in one journey; there is no other way to say one. Statements
 * that do not wait for one another's answers travel together too.
 */
export class Transaction {
  #opening: readonly Statement[];
  #waiting: readonly Waiting[] = [];
  #journeys = 0;
  #isLost = false;
  #isClosed = false;
  #end: 'open' | 'with-next' | 'ended' = 'open';

  /**
   * @param heard is told once the database has heard how it opens
   * @param most after how many journeys it is over
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
    return this.#journeys > 0;
  }

  /** Whether what it opens with did not come through: whatever was said now would be said outside it, as nobody. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /**
   * What has to be done before the next statement sees the database, and goes with it in one journey.
   * @throws while something that was said before has not left yet: it would be done before that as well
   */
  lead(text: string, parameters: readonly unknown[]): void {
    this.#demandThatAllHasLeft();
    this.#opening = [...this.#opening, { text, parameters }];
  }

  /** Whether what it was begun for is committed already. */
  get hasEnded(): boolean {
    return this.#end === 'ended';
  }

  /**
   * The next statement is the last, and is committed in the same journey: it is kept, or its failure is told.
   * @throws while something that was said before has not left yet: it would be the last itself
   */
  endWithNext(): void {
    this.#demandThatAllHasLeft();
    this.#end = 'with-next';
  }

  /**
   * Nothing is said any more, and what has not left yet never does: behind it the connection is somebody else's. It is
   * closed before it is committed or undone.
   */
  close(): void {
    this.#isClosed = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { failed } of waiting) failed(isOver());
  }

  run<Row extends object>(text: string, parameters: readonly unknown[]): Promise<Answered<Row>> {
    return new Promise((answered, failed) => {
      if (this.#isClosed) return failed(isOver());
      const isFirst = this.#waiting.length === 0;
      this.#waiting = [
        ...this.#waiting,
        { statement: { text, parameters }, answered: answered as Waiting['answered'], failed },
      ];
      if (isFirst) queueMicrotask(() => void this.#send());
    });
  }

  /** All that was said since the last journey. Where one statement fails, none of them is answered. */
  async #send(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    this.#journeys += 1;
    try {
      const answers = await this.#answers(waiting.map(({ statement }) => statement));
      for (const [place, answer] of answers.entries()) waiting[place]?.answered(answer);
    } catch (failure) {
      for (const { failed } of waiting) failed(failure);
    }
  }

  async #answers(said: readonly Statement[]): Promise<readonly Answered[]> {
    if (this.#journeys > this.most) throw new Error('This transaction was to be of fewer journeys.');
    if (this.#end === 'ended' || this.#isLost) throw isOver();
    const isLast = this.#end === 'with-next';
    const opening = this.#opening;
    this.#opening = [];
    const statements = [...opening, ...said, ...(isLast ? [COMMIT] : [])];
    const results = await asked(() => inOneJourney(this.connection, statements)).catch((failure: unknown) => {
      this.#isLost ||= opening.length > 0;
      throw failure;
    });
    this.heard();
    if (isLast) {
      demandCommit(results.at(-1));
      this.#end = 'ended';
    }
    return results.slice(opening.length, opening.length + said.length);
  }

  #demandThatAllHasLeft(): void {
    if (this.#waiting.length > 0) throw new Error('What was said before has not left yet.');
  }
}

const isOver = (): Error => new Error('This transaction is over.');

/** After a failure that somebody caught and forgot, PostgreSQL answers COMMIT with ROLLBACK and no error. */
export function demandCommit(answered: Pick<Answered, 'command'> | undefined): void {
  if (answered?.command !== 'COMMIT')
    throw new Error('The transaction failed on the way and nothing of it was kept.');
}
