import { Injectable } from '@nestjs/common';
import { FamiliesService, WrongNames } from '@common-ground/api/people';
import {
  Audit,
  Cursors,
  Database,
  demand,
  Refusal,
  type Transaction,
  Repeats,
} from '@common-ground/api/platform';
import type {
  AnswerId,
  FamilyId,
  Feedback,
  NewFeedback,
  Page,
  ResponseSet,
  TaskId,
} from '@common-ground/contract';
import { mayGiveFeedback, mayNotePiece, mayReadResponses, type Actor } from '@common-ground/rules/access';
import { offersInView } from '../reveals/reveal.presenter';
import { RevealRepository } from '../reveals/reveal.repository';
import { ResponseRepository, type NoteAbout } from './response.repository';

/** What came back from a family, and what the therapist says to it. */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly responses: ResponseRepository,
    private readonly repeats: Repeats,
    private readonly reveals: RevealRepository,
    private readonly wrongNames: WrongNames,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, familyId: FamilyId, cursor: string | null, limit: number): Promise<Page<ResponseSet>> {
    return this.database.as(actor, async (tx) => {
      const because = demand(mayReadResponses(actor, await this.families.require(tx, actor, familyId)));
      const list = `responses ${familyId}`;
      const after = this.cursors.read(actor, list, cursor);
      const found = await this.responses.sets(tx, actor, { familyId }, after, limit);
      const page = this.cursors.page(actor, list, found, limit, (set) => ({
        at: set.sharedAt,
        id: set.taskId,
      }));
      const authors = page.items.filter((set) => set.answers.length > 0).map((set) => set.person.id);
      if (authors.length > 0) {
        await this.audit.record(tx, actor, {
          action: 'responses.read',
          because,
          subjects: authors,
          familyId,
        });
      }
      const offers = offersInView(await this.reveals.ofFamily(tx, actor, familyId));
      const items = page.items.map((set) => ({
        ...set,
        may: { giveNote: set.sentAt !== null && set.person.id !== actor.personId },
        answers: set.answers.map((answer) => ({
          ...answer,
          offer: offers.get(answer.id) ?? null,
          may: { giveFeedback: true },
        })),
      }));
      return { items, next: page.next };
    });
  }

  /** @param key sent again under the same one, a note is written once and answered the same */
  giveFeedback(actor: Actor, id: AnswerId, body: NewFeedback, key: string | null = null): Promise<Feedback> {
    return this.database.as(actor, async (tx) => {
      const answer = await this.responses.answer(tx, actor, id);
      if (answer === null) throw new Refusal('not-found');
      const because = demand(mayGiveFeedback(actor, answer));
      const { familyId, authorId: toId, taskId } = answer;
      const about = { answerId: id, taskId: null, familyId, toId };
      return this.#give(tx, actor, ['feedback', id, body.text], key, about, { ...body, because, taskId });
    });
  }

  /** The same about a whole piece that was sent. */
  giveNote(actor: Actor, id: TaskId, body: NewFeedback, key: string | null): Promise<Feedback> {
    return this.database.as(actor, async (tx) => {
      const piece = await this.responses.piece(tx, actor, id);
      if (piece === null) throw new Refusal('not-found');
      const because = demand(mayNotePiece(actor, piece));
      const about = { answerId: null, taskId: id, familyId: piece.familyId, toId: piece.personId };
      return this.#give(tx, actor, ['note', id, body.text], key, about, { ...body, because, taskId: id });
    });
  }

  async #give(
    tx: Transaction,
    actor: Actor,
    asked: readonly [sort: string, id: string, text: string],
    key: string | null,
    about: NoteAbout,
    { because, taskId, text, namesMeant }: NewFeedback & { because: string; taskId: TaskId },
  ): Promise<Feedback> {
    // What is remembered is which note it is: its words stand in one place.
    const given = await this.repeats.once(tx, actor, key, asked, async () => {
      const texts = [{ blockId: null, text }];
      if (namesMeant !== true) await this.wrongNames.demandNone(tx, actor, about.familyId, texts, 'text');
      const feedbackId = await this.responses.addFeedback(tx, actor, about, text);
      await this.audit.record(tx, actor, {
        action: 'feedback.give',
        because,
        subjects: [about.toId],
        familyId: about.familyId,
        taskId,
        ...(namesMeant === true && { fields: ['namesMeant'] }),
      });
      return { id: feedbackId };
    });
    const feedback = await this.responses.feedback(tx, actor, given.id);
    if (feedback === null) throw new Refusal('not-found');
    return feedback;
  }
}
