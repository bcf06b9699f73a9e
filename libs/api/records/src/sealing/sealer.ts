import { readFileSync } from 'node:fs';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database, Settings, type Transaction } from '@common-ground/api/platform';
import { rootOf } from './merkle';
import { NO_SEAL_BEFORE, SealKey } from './seal';
import { SealRepository, type Unsealed } from './seal.repository';

const EVERY_MS = 60_000;
/** Rows under one seal. More of them make more seals, so that none is too large to be held in memory. */
const MOST_ROWS = 10_000;

/**
 * Puts seals on the audit. Each covers the rows of transactions that are over, in their order, so that none can come
 * later; it is chained to the seal before and signed with a key that the database never sees.
 */
@Injectable()
export class Sealer implements OnApplicationShutdown {
  readonly #log = new Logger('Sealer');
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly seals: SealRepository,
    private readonly settings: Settings,
  ) {}

  /**
   * Seals now and then every minute, until the program ends. Without a key it does nothing.
   * @throws Error when there is a key that cannot be used
   */
  begin(): void {
    const { sealKeyFile } = this.settings;
    if (sealKeyFile === null) {
      this.#log.warn('SEAL_KEY_FILE is not set: the records are written and not sealed.');
      return;
    }
    const key = keyIn(sealKeyFile);
    const go = (): void => {
      this.#working = this.sealWith(key).catch((failure: unknown) => {
        this.#log.error(`sealing failed: ${failure instanceof Error ? failure.message : 'unknown'}`);
      });
    };
    go();
    this.#timer = setInterval(go, EVERY_MS);
    this.#timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#working;
  }

  /** Seals everything that can be. @returns how many rows; null when another process is at it */
  sealWith(key: SealKey): Promise<number | null> {
    return this.database.alone('sealing the records', async (tx) => {
      let count = 0;
      for (const practice of await this.seals.unsealed(tx)) count += await this.#seal(tx, practice, key);
      return count;
    });
  }

  async #seal(tx: Transaction, practice: Unsealed, key: SealKey): Promise<number> {
    let { number, previous } = practice;
    let count = 0;
    for (;;) {
      const leaves = await this.seals.leaves(tx, practice.practiceId, MOST_ROWS);
      const last = leaves.at(-1);
      if (last === undefined) return count;
      const seal = key.sign({
        practiceId: practice.practiceId,
        number,
        madeAt: new Date().toISOString(),
        upToWrittenIn: last.writtenIn,
        upToId: last.id,
        count: leaves.length,
        root: rootOf(Buffer.concat(leaves.map(({ leaf }) => leaf))).toString('hex'),
        previous: previous || NO_SEAL_BEFORE,
        keyId: key.id,
      });
      await this.seals.add(tx, seal, leaves);
      count += leaves.length;
      number += 1;
      previous = seal.hash;
    }
  }
}

/** @throws Error naming the file, when it holds no key */
export function keyIn(file: string): SealKey {
  try {
    return SealKey.of(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`SEAL_KEY_FILE (${file}) holds no private Ed25519 key that can be read.`, { cause });
  }
}
