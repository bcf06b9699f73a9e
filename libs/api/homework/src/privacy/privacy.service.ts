import { Injectable } from '@nestjs/common';
import { ConsentRequestsService, ConsentsService } from '@common-ground/api/people';
import { Database, type Transaction } from '@common-ground/api/platform';
import type { MyPrivacy, OfferedWords, OwnFamily, WordsInTask, PersonId } from '@common-ground/contract';
import { mayReadAnswer, voiceIn, type Actor } from '@common-ground/rules/access';
import { isAnswered } from '@common-ground/rules/content';
import { RevealRepository, type OwnOfferRow } from '../reveals/reveal.repository';
import { PrivacyRepository, type OwnFamilyRow, type OwnTaskRow } from './privacy.repository';

/** Who can see what of mine, and why: asked of the same rules that answer everybody else's requests. */
@Injectable()
export class PrivacyService {
  constructor(
    private readonly database: Database,
    private readonly mine: PrivacyRepository,
    private readonly reveals: RevealRepository,
    private readonly consents: ConsentsService,
    private readonly requests: ConsentRequestsService,
  ) {}

  read(actor: Actor): Promise<MyPrivacy> {
    return this.database.as(actor, async (tx) => {
      const families = await this.mine.families(tx, actor);
      const tasks = await this.mine.tasks(tx, actor);
      const own = await this.reveals.own(
        tx,
        actor,
        // Nobody reads what does not reach its author any more.
        tasks.filter(({ title, isSent }) => title !== null && isSent).map(({ taskId }) => taskId),
      );
      return {
        families: await this.#families(tx, actor, families),
        words: tasks.map((task) =>
          wordsOf(
            actor,
            task,
            families,
            own.filter(({ taskId }) => taskId === task.taskId),
          ),
        ),
        consents: await this.consents.mine(
          tx,
          actor,
          families.map(({ id }) => id),
        ),
        requests: await this.requests.waiting(tx, actor),
      };
    });
  }

  async #families(tx: Transaction, actor: Actor, found: readonly OwnFamilyRow[]): Promise<OwnFamily[]> {
    const families: OwnFamily[] = [];
    for (const { id, relation, therapists } of found) {
      const standing = await this.consents.require(tx, actor, id);
      const isClient = standing.clientId === actor.personId;
      families.push({ id, isClient, relation, voice: voiceIn(actor, standing), therapists });
    }
    return families;
  }
}

/** Stands for whoever leads a family: the rule asks only that it is not the author. */
const WHOEVER_LEADS = '00000000-0000-7000-8000-000000000000' as PersonId;

/** Counts what the family's therapists may read, as `mayReadAnswer` would answer them this minute. */
function wordsOf(
  actor: Actor,
  task: OwnTaskRow,
  families: readonly OwnFamilyRow[],
  own: readonly OwnOfferRow[],
): WordsInTask {
  const reader: Actor = { practiceId: actor.practiceId, personId: WHOEVER_LEADS, roles: ['therapist'] };
  const answers = task.answers.filter(({ value }) => isAnswered(value));
  const seen = answers.filter(
    ({ visibility, sent }) =>
      mayReadAnswer(reader, { authorId: actor.personId, visibility, sent, onCaseload: true }).allowed,
  );
  const offered = offeredIn(own);
  const given = offered.reduce((sum, { count }) => sum + count, 0);
  return {
    taskId: task.taskId,
    familyId: task.familyId,
    title: task.title,
    isSent: task.isSent,
    answered: answers.length,
    seen: seen.length,
    seenBy: seen.length === 0 ? [] : (families.find(({ id }) => id === task.familyId)?.therapists ?? []),
    kept: answers.filter(({ visibility }) => visibility === 'not-yet').length,
    forFamily: Math.max(0, answers.filter(({ visibility }) => visibility === 'family').length - given),
    offered,
  };
}

/** What is offered, once for each circle: open already, or waiting for theirs. */
function offeredIn(own: readonly OwnOfferRow[]): OfferedWords[] {
  const found = new Map<string, OfferedWords>();
  for (const { offer } of own) {
    if (offer === null) continue;
    const { circle, isOpen } = offer;
    const name = [isOpen, ...circle.map(({ memberId }) => memberId)].join(' ');
    found.set(name, { circle, isOpen, count: (found.get(name)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}
