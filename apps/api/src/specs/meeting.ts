import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const LOOKS = 500;

/**
 * Two connections past everything, so that acts really meet: one holds the row that all of them need, the other one looks
 * on until every one of them waits for it. Whoever looked before they waited has looked too early, each time and not only
 * on an unlucky day.
 */
export class Meeting {
  readonly #holder: Client;
  readonly #watcher: Client;

  constructor(connectionString: string) {
    this.#holder = new Client({ connectionString });
    this.#watcher = new Client({ connectionString });
  }

  async open(): Promise<void> {
    await Promise.all([this.#holder.connect(), this.#watcher.connect()]);
  }

  async close(): Promise<void> {
    await Promise.all([this.#holder.end(), this.#watcher.end()]);
  }

  /** Acts that meet at one document; whoever is refused before they get there is not waited for. */
  async meet(id: string, ...acts: (() => Promise<unknown>)[]): Promise<void> {
    await this.hold('select from document where id = $1 for update', id);
    let over = 0;
    const asked = Promise.all(acts.map((act) => act().finally(() => (over += 1))));
    try {
      await this.waiters(() => acts.length - over);
      await this.letGo();
    } finally {
      // Also where they did not meet: whatever comes next begins when all of them are over.
      await asked;
    }
  }

  async hold(sql: string, id: string): Promise<void> {
    await this.#holder.query('begin');
    await this.#holder.query(sql, [id]);
  }

  async letGo(): Promise<void> {
    await this.#holder.query('commit');
  }

  /** Until so many wait for a row. */
  async waiters(count: () => number): Promise<void> {
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    for (let look = 0; look < LOOKS; look += 1) {
      if (((await this.#watcher.query(waiting)).rowCount ?? 0) >= count()) return;
      await pause(20);
    }
    await this.letGo();
    throw new Error('They did not meet.');
  }
}
