import { Injectable } from '@nestjs/common';
import type { PersonId, PracticeId, Role } from '@common-ground/contract';
import { Database } from '../database/database';
import { Settings } from '../settings/settings';
import type { RequestWithActor, SessionFacts } from './labels';
import { cookieName, hashOfToken } from './session-token';

export interface SessionRow extends SessionFacts {
  readonly personId: PersonId;
  readonly practiceId: PracticeId;
  readonly roles: Role[];
  readonly fresh: boolean;
}

/** Whose session a request comes in, as it is now. */
@Injectable()
export class WhoseSession {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** @param touch whether the request counts as a sign of life of the person */
  async of(request: RequestWithActor, touch: boolean): Promise<SessionRow | null> {
    const token = request.cookies[cookieName(this.settings)];
    if (token === undefined || token.length > 100) return null;
    const [row] = await this.database.beforeSignIn<SessionRow>(
      `select person_id as "personId", practice_id as "practiceId", roles, id, how, opens, shared, fresh
       from access.session($1, $2)`,
      [hashOfToken(token), touch],
    );
    return row ?? null;
  }
}
