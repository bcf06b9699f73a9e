import { Injectable } from '@nestjs/common';
import { FamiliesService } from '@common-ground/api/people';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { AskedSession, FamilySessionId, Page, SessionReplyDraft } from '@common-ground/contract';
import { mayFollowSession, mayPlanSession, mayReplyToAsking, type Actor } from '@common-ground/rules/access';
import { PlanningRepository } from '../planning/planning.repository';
import { published, takenOut, type CalendarEntry, type FileMethod } from './calendar-entry';
import { AskingRepository, type OwnAsking } from './asking.repository';

export interface CalendarFile {
  readonly method: FileMethod;
  readonly text: string;
}

/** Being asked to an hour: the side of the one who is asked. Who else is asked, and who comes, is not told. */
@Injectable()
export class AskedSessionsService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly plans: PlanningRepository,
    private readonly askings: AskingRepository,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<Page<AskedSession>> {
    return this.database.as(actor, async (tx) => ({
      items: (await this.askings.mine(tx, actor)).map((asking) => presentOwn(actor, asking)),
      next: null,
    }));
  }

  read(actor: Actor, id: FamilySessionId): Promise<AskedSession> {
    return this.database.as(actor, async (tx) =>
      presentOwn(actor, (await this.#require(tx, actor, id)).asking),
    );
  }

  /** An answer can be changed until the hour is over. One that was lost on its way is sent again and stands already. */
  reply(
    actor: Actor,
    id: FamilySessionId,
    revision: number,
    draft: SessionReplyDraft,
  ): Promise<AskedSession> {
    return this.database.as(actor, async (tx) => {
      const { asking, because } = await this.#require(tx, actor, id);
      if (!presentOwn(actor, asking).may.reply) throw new Refusal('wrong-state', { because: 'is-over' });
      if (await this.askings.reply(tx, actor, asking.askingId, revision, draft)) {
        await this.audit.record(tx, actor, {
          ...{ action: 'sessions.reply', because, subjects: [actor.personId] },
        });
        return presentOwn(actor, (await this.#require(tx, actor, id)).asking);
      }
      const current = presentOwn(actor, (await this.#require(tx, actor, id)).asking);
      const isThere = current.reply === draft.reply && current.words === draft.words;
      if (current.revision === revision + 1 && isThere) return current;
      throw new Refusal('revision-stale', { current });
    });
  }

  /** The hour for a calendar: for whoever leads the family, and for whoever is asked. */
  calendar(actor: Actor, id: FamilySessionId): Promise<CalendarFile> {
    return this.database.as(actor, async (tx) => {
      const language = await this.askings.language(tx, actor);
      const plan = await this.plans.find(tx, actor, id);
      if (plan !== null) {
        demand(mayPlanSession(actor, await this.families.require(tx, actor, plan.family.id)));
        const { moved: sequence, startsAt, minutes, content } = plan;
        const { place, link } = content;
        const entry = { uid: plan.id, sequence, startsAt, minutes, place, link, language };
        return fileOf(entry, plan.calledOffAt !== null);
      }
      const { asking } = await this.#require(tx, actor, id);
      const { askingId: uid, moved: sequence, ...hour } = asking;
      return fileOf({ ...hour, uid, sequence, language }, asking.calledOff);
    });
  }

  async #require(
    tx: Transaction,
    actor: Actor,
    id: FamilySessionId,
  ): Promise<{ asking: OwnAsking; because: string }> {
    const asking = await this.askings.own(tx, actor, id);
    if (asking === null) throw new Refusal('not-found');
    return { asking, because: demand(mayReplyToAsking(actor, asking)) };
  }
}

/** An hour that was called off leaves the calendars of those who fetched it before. */
function fileOf(entry: CalendarEntry, isOff: boolean): CalendarFile {
  return isOff ? { method: 'CANCEL', text: takenOut(entry) } : { method: 'PUBLISH', text: published(entry) };
}

function presentOwn(actor: Actor, asking: OwnAsking): AskedSession {
  const { isOver, hasEnded, hasPage } = asking;
  const { id, startsAt, timeZone, minutes, place, link, calledOff, askedBy, role, reply } = asking;
  return {
    ...{ id, startsAt, timeZone, minutes, place, link, calledOff, askedBy, role, reply },
    ...{ hasEnded, words: asking.words, revision: asking.revision },
    lookBack: lookBackOf(asking),
    may: {
      reply: !isOver && !hasEnded && !calledOff,
      follow: mayFollowSession(actor, asking).allowed,
      takeHome: hasPage,
    },
  };
}

function lookBackOf({ looksBack, hasUnsent, hasSent }: OwnAsking): AskedSession['lookBack'] {
  if (!looksBack) return null;
  // What was changed since waits for its author, and the therapists go on reading the rest.
  if (hasUnsent) return hasSent ? 'changed' : 'begun';
  return hasSent ? 'sent' : 'open';
}
