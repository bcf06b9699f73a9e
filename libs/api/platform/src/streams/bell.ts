import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { Settings } from '../settings/settings';

const CHANNEL = 'hour';
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

/**
 * Hears that something stands anew, whichever process changed it. What is heard is an id and a number and never what
 * changed. One connection of this process listens, beside the pool; while it is lost, nothing is heard, so nobody may
 * rely on the bell alone.
 */
@Injectable()
export class Bell implements OnModuleDestroy {
  readonly #log = new Logger('Bell');
  readonly #hearers = new Map<string, Set<() => void>>();
  #line: Client | null = null;
  #again: NodeJS.Timeout | undefined;
  #failures = 0;
  #isOver = false;

  constructor(private readonly settings: Settings) {}

  /** Calls `hearer` whenever the thing with this id stands anew. @returns what to call to hear it no more */
  hear(id: string, hearer: () => void): () => void {
    const hearers = this.#hearers.get(id) ?? new Set();
    this.#hearers.set(id, hearers.add(hearer));
    if (this.#line === null && this.#again === undefined) this.#listen();
    return () => {
      hearers.delete(hearer);
      if (hearers.size === 0 && this.#hearers.get(id) === hearers) this.#hearers.delete(id);
    };
  }

  async onModuleDestroy(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#again);
    await this.#line?.end();
  }

  #listen(): void {
    this.#again = undefined;
    if (this.#isOver) return;
    const line = new Client({
      ...{ connectionString: this.settings.databaseUrl, application_name: 'common-ground-bell' },
      ...{ keepAlive: true, connectionTimeoutMillis: LONGEST_PAUSE },
    });
    this.#line = line;
    line.on('notification', ({ payload = '' }) => {
      this.#ring(this.#hearers.get(payload.split(' ', 1)[0] ?? ''));
    });
    // Said twice when a line breaks: once as a fault, once as its end.
    line.on('error', () => {
      this.#lost(line);
    });
    line.on('end', () => {
      this.#lost(line);
    });
    line
      .connect()
      .then(() => line.query(`listen ${CHANNEL}`))
      .then(
        () => {
          this.#failures = 0;
          // Whatever was told meanwhile was not heard.
          for (const hearers of this.#hearers.values()) this.#ring(hearers);
        },
        () => {
          this.#lost(line);
        },
      );
  }

  #lost(line: Client): void {
    if (this.#line !== line) return;
    this.#line = null;
    void line.end().catch(() => undefined);
    if (this.#isOver) return;
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures);
    this.#failures += 1;
    this.#log.warn(`the line to the database is lost; trying again within ${pause} ms`);
    this.#again = setTimeout(
      () => {
        this.#listen();
      },
      pause * (0.5 + Math.random() / 2),
    ).unref();
  }

  #ring(hearers: ReadonlySet<() => void> = new Set()): void {
    for (const hearer of [...hearers]) hearer();
  }
}
