import { Injectable } from '@nestjs/common';
import type { PersonId, PracticeId, Role } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { LRUCache } from 'lru-cache';
import { Caller } from '../database/caller';
import { Database } from '../database/database';
import { Refusal } from '../problems/refusal';
import { Settings } from '../settings/settings';
import type { RequestWithActor, SessionFacts } from './labels';
import { cookieName, hashOfToken } from './session-token';

export interface SessionRow extends SessionFacts {
  readonly personId: PersonId;
  readonly practiceId: PracticeId;
  readonly roles: Role[];
  readonly fresh: boolean;
  /** Whether what reaches the person is kept now, or cannot be. */
  readonly settled: boolean;
}

/** So many sessions are remembered; of more, those that were asked for least lately are forgotten. */
const MOST_REMEMBERED = 20_000;

/** Whose session a request comes in, as it is now. */
@Injectable()
export class WhoseSession {
  /** By the hashes of their tokens: what the database said last, which is asked anew with each request. */
  readonly #remembered = new LRUCache<string, Actor>({ max: MOST_REMEMBERED });

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** @param touch whether the request counts as a sign of life of the person */
  async of(request: RequestWithActor, touch: boolean): Promise<SessionRow | null> {
    const tokenHash = this.#hashOf(request);
    return tokenHash === null ? null : this.#find(tokenHash, touch);
  }

  /**
   * Whose session it was when it was last looked for. Nobody may do anything on the strength of that: see `Caller`.
   * Null for a session that was not seen before.
   */
  remembered(request: RequestWithActor, touch: boolean): Caller | null {
    const tokenHash = this.#hashOf(request);
    const actor = tokenHash && this.#remembered.get(tokenHash.toString('base64'));
    if (!tokenHash || !actor) return null;
    return new Caller(actor, {
      tokenHash,
      touch,
      again: async () => {
        const found = await this.#find(tokenHash, touch);
        if (found === null) throw new Refusal('not-signed-in');
        if (found.opens === 'enrolling') throw new Refusal('second-factor-missing');
        return actorOf(found);
      },
      forget: () => this.#remembered.delete(tokenHash.toString('base64')),
    });
  }

  async #find(tokenHash: Buffer, touch: boolean): Promise<SessionRow | null> {
    const [row] = await this.database.beforeSignIn<SessionRow>(
      `select person_id as "personId", practice_id as "practiceId", roles, id, how, opens, shared, fresh, settled
       from access.session($1, $2)`,
      [tokenHash, touch],
    );
    const name = tokenHash.toString('base64');
    this.#remembered.delete(name);
    // While what reaches somebody is being changed they are looked for once more, which keeps it when that is over.
    if (row?.opens === 'everything' && row.settled) this.#remembered.set(name, actorOf(row));
    return row ?? null;
  }

  #hashOf(request: RequestWithActor): Buffer | null {
    const token = request.cookies[cookieName(this.settings)];
    return token === undefined || token.length > 100 ? null : hashOfToken(token);
  }
}

function actorOf({ personId, practiceId, roles }: SessionRow): Actor {
  return { personId, practiceId, roles };
}
