import { Injectable } from '@nestjs/common';
import { Mail, type Transaction } from '@common-ground/api/platform';
import type { AskingId, FamilyId, FamilySessionId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { AskingRepository } from './asking.repository';
import { ASKED_MAIL, TAKEN_BACK_MAIL } from './session-mail';

/** A plan is saved many times while it is typed: a change of it waits so many seconds, and goes out with those after it. */
const UNTIL_IT_IS_TYPED = 120;

type AskedTo = { readonly id: FamilySessionId; readonly family: { readonly id: FamilyId } };

/** Sends letters about an hour to those who are asked and for whom mail is a safe way. */
@Injectable()
export class AskingPost {
  constructor(
    private readonly mail: Mail,
    private readonly askings: AskingRepository,
  ) {}

  asked(tx: Transaction, actor: Actor, session: AskedTo, askings: readonly AskingId[]): Promise<void> {
    return this.#send(tx, actor, session, ASKED_MAIL, askings);
  }

  /** When or where has changed; who was never told has nothing to be told anew, and the letter is not written. */
  async moved(tx: Transaction, actor: Actor, session: AskedTo): Promise<void> {
    const askings = (await this.askings.asked(tx, actor, session.id)).map(({ id }) => id);
    await this.#send(tx, actor, session, ASKED_MAIL, askings, UNTIL_IT_IS_TYPED);
  }

  takenBack(tx: Transaction, actor: Actor, session: AskedTo, askings: readonly AskingId[]): Promise<void> {
    return this.#send(tx, actor, session, TAKEN_BACK_MAIL, askings);
  }

  async #send(
    tx: Transaction,
    actor: Actor,
    { id, family }: AskedTo,
    sort: string,
    askings: readonly AskingId[],
    seconds = 0,
  ): Promise<void> {
    if (askings.length === 0) return;
    for (const { askingId: aboutId, contact: to, language } of await this.askings.reachable(tx, actor, id)) {
      if (!askings.includes(aboutId) || !this.mail.canReach(to)) continue;
      await this.mail.send(tx, actor, { sort, aboutId, familyId: family.id, to, language }, seconds);
    }
  }
}
