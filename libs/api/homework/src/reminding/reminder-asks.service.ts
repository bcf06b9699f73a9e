import { Injectable } from '@nestjs/common';
import { DraftingService } from '@common-ground/api/documents';
import { Audit, Database, Mail, Refusal, demand, type Transaction } from '@common-ground/api/platform';
import type { MemberId, ShareId, ShareReminders } from '@common-ground/contract';
import {
  isPastReminding,
  mayBeRemindedOf,
  mayWorkOnDocument,
  whyNotReminded,
  type Actor,
} from '@common-ground/rules/access';
import { ReminderAskRepository, type RemindedShareRow } from './reminder-ask.repository';

interface Asking {
  readonly share: RemindedShareRow;
  /** The rule by which the actor leads it. */
  readonly because: string;
  readonly isOver: boolean;
  readonly mayBeAsked: boolean;
}

/**
 * A therapist asks for those to be reminded who are not done. Nothing about their homework changes by it, and the mail
 * goes out when each of them chose, or not at all.
 */
@Injectable()
export class ReminderAsksService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly asks: ReminderAskRepository,
    private readonly mail: Mail,
    private readonly audit: Audit,
  ) {}

  see(actor: Actor, id: ShareId): Promise<ShareReminders> {
    return this.database.as(actor, async (tx) =>
      this.#present(tx, actor, await this.#require(tx, actor, id)),
    );
  }

  /** Asking twice asks once, and is answered the same. */
  ask(actor: Actor, id: ShareId, memberIds: readonly MemberId[]): Promise<ShareReminders> {
    return this.database.as(actor, async (tx) => {
      const asking = await this.#require(tx, actor, id);
      if (!asking.mayBeAsked) throw new Refusal('wrong-state');
      if (!this.mail.isOffered) throw new Refusal('mail-not-possible');
      const { lines } = await this.#present(tx, actor, asking);
      const wanted = lines.filter(
        ({ member, because }) => because === null && memberIds.includes(member.memberId),
      );
      const asked = await this.asks.ask(
        tx,
        actor,
        id,
        wanted.map(({ member }) => member.memberId),
      );
      if (asked.length > 0) {
        await this.audit.record(tx, actor, {
          action: 'reminders.ask',
          because: asking.because,
          subjects: asked,
          familyId: asking.share.family.id,
          documentId: asking.share.documentId,
        });
      }
      return this.#present(tx, actor, asking);
    });
  }

  async #require(tx: Transaction, actor: Actor, id: ShareId): Promise<Asking> {
    const share = await this.asks.share(tx, actor, id);
    if (share === null) throw new Refusal('not-found');
    const document = await this.drafting.require(tx, actor, share.documentId);
    const because = demand(mayWorkOnDocument(actor, document));
    const facts = { ...share, kind: document.kind };
    return { share, because, isOver: isPastReminding(facts), mayBeAsked: mayBeRemindedOf(facts) };
  }

  async #present(tx: Transaction, actor: Actor, { share, isOver }: Asking): Promise<ShareReminders> {
    const found = await this.asks.lines(tx, actor, share.id);
    const lines = found.map(({ member, mailCameBack, last, ...facts }) => ({
      ...{ member, mailCameBack, last },
      because: whyNotReminded(isOver, facts),
    }));
    return {
      isOffered: this.mail.isOffered,
      document: { id: share.documentId, title: share.title },
      family: share.family,
      lines,
      may: { ask: this.mail.isOffered && lines.some(({ because }) => because === null) },
    };
  }
}
