import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import type { Transaction } from '../database/transaction';
import { Settings } from '../settings/settings';

/** The schema that `prepare` makes for jobs; see `apps/api/src/prepare-jobs.ts` for its queues and rights. */
const SCHEMA = 'pgboss';
const MOMENT = 10_000;

/** One job as a worker gets it; `isLastTry` when it will not be tried again. */
export interface Job<T> {
  readonly id: string;
  readonly data: T;
  readonly isLastTry: boolean;
}

/**
 * Work that is done after the transaction that asked for it, by whichever process is free: jobs lie in PostgreSQL, so
 * they are asked for exactly when their transaction commits and survive any process.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  readonly #log = new Logger('Jobs');
  #boss: PgBoss | null = null;

  constructor(private readonly settings: Settings) {}

  /** Takes part in the work from now on. Until then nothing can be asked for either. */
  async open(): Promise<void> {
    const boss = new PgBoss({
      connectionString: this.settings.databaseUrl,
      schema: SCHEMA,
      application_name: 'common-ground-jobs',
      max: 2,
      // The owner makes and changes the schema, in `prepare`.
      migrate: false,
      createSchema: false,
      schedule: false,
      reindex: false,
      monitorVacuum: false,
      monitorIntervalSeconds: 30,
      superviseIntervalSeconds: 30,
    });
    boss.on('error', (failure) => {
      this.#log.error(failure.message);
    });
    await boss.start();
    this.#boss = boss;
  }

  get isOpen(): boolean {
    return this.#boss !== null;
  }

  /** Asks for a job in the caller's transaction: without its commit it was never asked for. */
  async ask(
    tx: Transaction,
    queue: string,
    data: Readonly<Record<string, string>>,
    afterSeconds: number,
  ): Promise<void> {
    if (this.#boss === null) throw new Error('Jobs have to be open to be asked for.');
    const db = {
      executeSql: async (text: string, values: unknown[] = []) => {
        const { rows } = await tx.run<Record<string, unknown>>(text, values);
        return { rows };
      },
    };
    await this.#boss.send(queue, data, { db, startAfter: afterSeconds });
  }

  /**
   * The same for work that finds, when its time has come, that it has to wait longer. A job has one successor, however often
   * it is tried: a process may die between asking for it and being done.
   */
  async askLater(
    queue: string,
    { id }: Pick<Job<unknown>, 'id'>,
    data: Readonly<Record<string, string>>,
    afterSeconds: number,
  ): Promise<void> {
    if (this.#boss === null) throw new Error('Jobs have to be open to be asked for.');
    await this.#boss.send(queue, data, { id: successorOf(id), startAfter: afterSeconds });
  }

  /** Does the jobs of one queue here. A job whose work fails is tried again, later and later. */
  async work<T>(queue: string, work: (job: Job<T>) => Promise<void>): Promise<void> {
    if (this.#boss === null) throw new Error('Jobs have to be open to be worked on.');
    await this.#boss.work<T, void, { includeMetadata: true; pollingIntervalSeconds: number }>(
      queue,
      { includeMetadata: true, pollingIntervalSeconds: 1 },
      async ([job]: JobWithMetadata<T>[]) => {
        if (job !== undefined)
          await work({ id: job.id, data: job.data, isLastTry: job.retryCount >= job.retryLimit });
      },
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#boss?.stop({ graceful: true, timeout: MOMENT });
    this.#boss = null;
  }
}

/** The same for the same job, as a UUID of version 8. */
export function successorOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
