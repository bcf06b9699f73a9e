import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '@common-ground/api/platform';

const EVERY = 10 * 60_000;
const AT_MOST = 2_000;

/**
 * Throws away what is over and has no use any more: ended sessions, old answers kept for repeated requests, counts of
 * addresses. Each process tries now and then; the database lets one at a time, a bounded number of rows each time.
 */
@Injectable()
export class PruningService implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger('Pruning');
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.prune(), EVERY).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async prune(): Promise<void> {
    try {
      await this.database.beforeSignIn('select from access.prune($1)', [AT_MOST]);
    } catch (failure) {
      this.#log.warn(`nothing was pruned: ${failure instanceof Error ? failure.message : 'unknown'}`);
    }
  }
}
