import { Injectable } from '@nestjs/common';
import { FamilyRepository } from '@common-ground/api/people';
import {
  Audit,
  Database,
  demand,
  Refusal,
  type Transaction,
  Repeats,
  type SaveTerms,
} from '@common-ground/api/platform';
import {
  LOOK_BACK_CHOICES,
  LOOK_BACK_QUESTIONS,
  type FamilySessionId,
  type LookBack,
  type LookBackAnswer,
  type LookBackDraft,
  type LookBackQuestion,
} from '@common-ground/contract';
import { mayLookBack, mayReadOwnLookBack, type Actor } from '@common-ground/rules/access';
import { LookingBackRepository, type OwnHour } from './looking-back.repository';

/** Looking back on an hour: the side of whoever was asked to it. What others say is not told of. */
@Injectable()
export class OwnLookBackService {
  constructor(
    private readonly database: Database,
    private readonly families: FamilyRepository,
    private readonly looks: LookingBackRepository,
    private readonly repeats: Repeats,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<LookBack> {
    return this.database.as(actor, async (tx) => {
      const hour = await this.#hour(tx, actor, id);
      demand(mayReadOwnLookBack(actor, hour));
      return this.#present(tx, actor, hour);
    });
  }

  /** Saves what is said to one question. Acknowledged means committed; sent it is by an act of its own. */
  write(
    actor: Actor,
    id: FamilySessionId,
    question: string,
    { revision, key }: SaveTerms,
    { choice, words }: LookBackDraft,
  ): Promise<LookBackAnswer> {
    return this.database.as(actor, async (tx) => {
      const hour = await this.#hour(tx, actor, id);
      const because = demand(mayLookBack(actor, hour));
      if (!isQuestion(question)) throw new Refusal('not-found');
      if (choice !== null && !LOOK_BACK_CHOICES[question].some((one) => one === choice))
        throw Refusal.field('choice', 'not-offered', 'This question does not offer that.');
      const asked = ['look-back', id, question, revision, choice, words];
      return this.repeats.once(tx, actor, key, asked, async () => {
        const isSaved = await this.looks.write(tx, actor, hour, question, revision, { choice, words });
        if (isSaved) await this.#record(tx, actor, hour, because, ['choice', 'words']);
        const current = (await this.looks.own(tx, actor, hour.askingId)).find(
          (one) => one.question === question,
        );
        if (current === undefined) throw new Refusal('revision-stale', { current: null });
        const isThere = current.choice === choice && current.words === words;
        if (isSaved || (isThere && current.revision === revision + 1)) return present(current);
        throw new Refusal('revision-stale', { current: present(current), changedAt: current.savedAt });
      });
    });
  }

  /** Hands over what was written. Sending again changes nothing unless something was changed since. */
  send(actor: Actor, id: FamilySessionId): Promise<LookBack> {
    return this.database.as(actor, async (tx) => {
      const hour = await this.#hour(tx, actor, id);
      const because = demand(mayLookBack(actor, hour));
      if ((await this.looks.send(tx, actor, hour.askingId)) > 0)
        await this.#record(tx, actor, hour, because, ['sent']);
      const sent = await this.#present(tx, actor, hour);
      if (sent.answers.every(({ sentAt }) => sentAt === null))
        throw new Refusal('wrong-state', { because: 'nothing-written' });
      return sent;
    });
  }

  async #hour(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<OwnHour> {
    const hour = await this.looks.hour(tx, actor, id);
    if (hour === null) throw new Refusal('not-found');
    return hour;
  }

  async #present(tx: Transaction, actor: Actor, hour: OwnHour): Promise<LookBack> {
    const { id, startsAt, timeZone, until } = hour;
    const readers = await this.families.therapists(tx, actor, hour.familyId);
    const answers = (await this.looks.own(tx, actor, hour.askingId)).map(present);
    return {
      ...{ id, startsAt, timeZone, readers, until, answers },
      may: { write: mayLookBack(actor, hour).allowed },
    };
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    { familyId }: OwnHour,
    because: string,
    fields: readonly string[],
  ): Promise<void> {
    await this.audit.record(tx, actor, {
      ...{ action: 'sessions.look-back', because, subjects: [actor.personId], familyId, fields },
    });
  }
}

function isQuestion(text: string): text is LookBackQuestion {
  return (LOOK_BACK_QUESTIONS as readonly string[]).includes(text);
}

function present({ question, choice, words, revision, savedAt, sentAt }: LookBackAnswer): LookBackAnswer {
  return { question, choice, words, revision, savedAt, sentAt };
}
