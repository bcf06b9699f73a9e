import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@common-ground/rules/access';
import type { Page } from '@common-ground/contract';
import { Refusal } from '../problems/refusal';
import { Settings } from '../settings/settings';

/** The sort key of the last entry of a page: its time as ISO text, and its id. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** Opaque places in lists, signed for one person and one list, so that nobody can wander with somebody else's. */
@Injectable()
export class Cursors {
  readonly #key: KeyObject;

  constructor(settings: Settings) {
    this.#key = createSecretKey(settings.secretKey, 'utf8');
  }

  /** Turns one entry more than was asked for into a page and the cursor of the next one. */
  page<T>(
    actor: Actor,
    list: string,
    entries: readonly T[],
    limit: number,
    place: (entry: T) => Place,
  ): Page<T> {
    const items = entries.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      next: entries.length > limit && last !== undefined ? this.#write(actor, list, place(last)) : null,
    };
  }

  read(actor: Actor, list: string, cursor: string | null): Place | null {
    if (cursor === null) return null;
    const [body = '', signature = ''] = cursor.split('.');
    const expected = this.#sign(actor, list, body);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new Refusal('malformed-cursor');
    const [at = '', id = ''] = Buffer.from(body, 'base64url').toString('utf8').split(' ');
    return { at, id };
  }

  #write(actor: Actor, list: string, place: Place): string {
    const body = Buffer.from(`${place.at} ${place.id}`).toString('base64url');
    return `${body}.${this.#sign(actor, list, body).toString('base64url')}`;
  }

  #sign(actor: Actor, list: string, body: string): Buffer {
    return createHmac('sha256', this.#key)
      .update(`${actor.practiceId} ${actor.personId} ${list} ${body}`)
      .digest();
  }
}
