import { Injectable } from '@nestjs/common';
import { Database, Refusal, type SessionFacts } from '@common-ground/api/platform';
import type { DeviceEntry, Page, SessionId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { OwnWaysInRepository } from './own-ways-in.repository';

/** Where somebody is signed in, and what may lie there. */
@Injectable()
export class DevicesService {
  constructor(
    private readonly database: Database,
    private readonly own: OwnWaysInRepository,
  ) {}

  list(actor: Actor, session: SessionFacts): Promise<Page<DeviceEntry>> {
    return this.database.as(actor, async (tx) => ({
      items: (await this.own.sessions(tx)).map((one) => ({ ...one, isThisOne: one.id === session.id })),
      next: null,
    }));
  }

  signOut(actor: Actor, id: SessionId): Promise<void> {
    return this.database.as(actor, async (tx) => {
      if (!(await this.own.endSession(tx, id))) throw new Refusal('not-found');
    });
  }

  signOutEverywhereElse(actor: Actor, session: SessionFacts): Promise<void> {
    return this.database.as(actor, (tx) => this.own.endOtherSessions(tx, session.id));
  }
}
