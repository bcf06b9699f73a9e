import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { AnswerId, NewOffer, OpenedAnswer, OwnOffer, TaskId, TaskOffers } from '@common-ground/contract';
import { isOfferable, isSettled, mayDoTask, mayOffer, type Actor } from '@common-ground/rules/access';
import { isAboutTheWhole } from '@common-ground/rules/content';
import { TaskRepository, type TaskStanding } from '../answering/task.repository';
import { ResponseRepository, type AnswerStanding } from '../responses/response.repository';
import { presentOpened, presentOwnOffer } from './reveal.presenter';
import { RevealRepository } from './reveal.repository';

/** Opening one's own answers to others who got the same piece, and reading what they opened. */
@Injectable()
export class RevealsService {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskRepository,
    private readonly responses: ResponseRepository,
    private readonly reveals: RevealRepository,
    private readonly audit: Audit,
  ) {}

  offers(actor: Actor, id: TaskId): Promise<TaskOffers> {
    return this.database.as(actor, async (tx) => {
      await this.#requireOwn(tx, actor, id);
      const companions = await this.reveals.companions(tx, id);
      const answers = await this.reveals.own(tx, actor, [id]);
      return { companions, answers: answers.map(presentOwnOffer) };
    });
  }

  opened(actor: Actor, id: TaskId): Promise<{ items: readonly OpenedAnswer[] }> {
    return this.database.as(actor, async (tx) => {
      const task = await this.#requireOwn(tx, actor, id);
      const opened = await this.reveals.opened(tx, actor, [id]);
      if (opened.length > 0) {
        await this.audit.record(tx, actor, {
          action: 'opened.read',
          because: 'opened-to-actor',
          subjects: [...new Set(opened.map(({ authorId }) => authorId))],
          familyId: task.familyId,
          documentId: task.documentId,
        });
      }
      return { items: opened.map(presentOpened) };
    });
  }

  /** Offering anew takes the place of what was offered before: to others, or in the other way. */
  offer(actor: Actor, id: AnswerId, body: NewOffer): Promise<OwnOffer> {
    return this.database.as(actor, async (tx) => {
      const answer = await this.#requireAnswer(tx, actor, id);
      this.tasks.holdBack(tx, actor, answer.taskId);
      // What it was a moment ago may have been saved over since.
      const held = await this.#requireAnswer(tx, actor, id);
      const because = demand(mayOffer(actor, held));
      await this.#requireOwn(tx, actor, held.taskId);
      if (!isOfferable(held) || isAboutTheWhole(held.promptId)) throw new Refusal('wrong-state');
      const companions = (await this.reveals.companions(tx, held.taskId)).map(({ memberId }) => memberId);
      if (!body.memberIds.every((memberId) => companions.includes(memberId))) {
        throw Refusal.field(
          'memberIds',
          'not-beside-you',
          'This can be opened only to those who got the same.',
        );
      }
      if (!(await this.reveals.close(tx, actor, id))) await this.#demandUnsettled(tx, actor, held);
      await this.reveals.offer(tx, actor, held, body);
      await this.#record(tx, actor, 'offers.make', because, held);
      const offered = (await this.reveals.own(tx, actor, [held.taskId])).find(
        ({ answerId }) => answerId === id,
      );
      if (offered === undefined) throw new Error('An answer just offered cannot be read back.');
      return presentOwnOffer(offered);
    });
  }

  /** Closing what is closed changes nothing and is answered the same; so does closing what no longer reaches anybody. */
  close(actor: Actor, id: AnswerId): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const answer = await this.#requireAnswer(tx, actor, id);
      const because = demand(mayOffer(actor, answer));
      if (await this.reveals.close(tx, actor, id))
        await this.#record(tx, actor, 'offers.close', because, answer);
      else await this.#demandUnsettled(tx, actor, answer);
    });
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    action: 'offers.make' | 'offers.close',
    because: string,
    answer: AnswerStanding,
  ): Promise<void> {
    await this.audit.record(tx, actor, {
      action,
      because,
      subjects: [actor.personId],
      familyId: answer.familyId,
      taskId: answer.taskId,
    });
  }

  /** Asked only after nothing was closed: an hour may have shown it at this very moment. */
  async #demandUnsettled(tx: Transaction, actor: Actor, { id, taskId }: AnswerStanding): Promise<void> {
    const own = await this.reveals.own(tx, actor, [taskId]);
    const standing = own.find(({ answerId }) => answerId === id)?.offer ?? null;
    if (standing !== null && isSettled(standing)) throw new Refusal('wrong-state', { because: 'shown' });
  }

  async #requireAnswer(tx: Transaction, actor: Actor, id: AnswerId): Promise<AnswerStanding> {
    const answer = await this.responses.answer(tx, actor, id);
    if (answer === null) throw new Refusal('not-found');
    return answer;
  }

  /** The actor's own task, while it reaches them. */
  async #requireOwn(tx: Transaction, actor: Actor, id: TaskId): Promise<TaskStanding> {
    const task = await this.tasks.standing(tx, actor, id);
    if (task === null) throw new Refusal('not-found');
    demand(mayDoTask(actor, task));
    if (!task.isLive) throw new Refusal('share-revoked');
    return task;
  }
}
