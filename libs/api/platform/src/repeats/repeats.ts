import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@common-ground/rules/access';
import { firstRow, insertRow } from '../database/rows';
import type { Transaction } from '../database/transaction';
import { Refusal } from '../problems/refusal';
import { IdempotencyEntity } from './idempotency.entity';

/** How one save is to be treated: from which revision it was written, and under which name it may come again. */
export interface SaveTerms {
  readonly revision: number;
  readonly key: string | null;
}

/** A save that is sent again under the same name is answered as it was the first time, and done once. */
@Injectable()
export class Repeats {
  /** @param asked everything that makes this save the one it is */
  async once<Saved extends object>(
    tx: Transaction,
    actor: Actor,
    key: string | null,
    asked: readonly unknown[],
    save: () => Promise<Saved>,
  ): Promise<Saved> {
    if (key === null) return save();
    const requestHash = hashOfRequest(asked);
    this.hold(tx, actor, key);
    const repeated = await this.find<Saved>(tx, actor, key, requestHash);
    if (repeated !== null) return repeated;
    const response = await save();
    await this.remember(tx, actor, key, requestHash, response);
    return response;
  }

  /** Holds back other requests of the same person with the same key until this one has ended. */
  hold(tx: Transaction, actor: Actor, key: string): void {
    tx.lead(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${actor.personId} ${key}`]);
  }

  /** What the same request was answered with. */
  async find<Saved extends object>(
    tx: Transaction,
    { practiceId, personId }: Actor,
    key: string,
    requestHash: string,
  ): Promise<Saved | null> {
    const repeated = await firstRow<{ requestHash: string; response: Saved }>(
      tx,
      `select request_hash as "requestHash", response from idempotency
       where practice_id = $1 and person_id = $2 and key = $3`,
      [practiceId, personId, key],
    );
    if (repeated === null) return null;
    if (repeated.requestHash !== requestHash) throw new Refusal('key-reused');
    return repeated.response;
  }

  async remember(
    tx: Transaction,
    { practiceId, personId }: Actor,
    key: string,
    requestHash: string,
    response: object,
  ): Promise<void> {
    await insertRow(tx, IdempotencyEntity, { practiceId, personId, key, requestHash, response });
  }
}

/** @param asked everything that makes a save the one it is */
export function hashOfRequest(asked: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(asked));
}

/** A name the sender gives one save, so that it may be sent again without being done twice. */
export function keyOf(header: string | undefined): string | null {
  if (header === undefined || header === '') return null;
  if (!/^[\x21-\x7e]{1,200}$/u.test(header)) {
    throw Refusal.field('Idempotency-Key', 'not-a-key', 'Idempotency-Key must be 1 to 200 visible letters.');
  }
  return header;
}
