import { Injectable } from '@nestjs/common';
import { PrintingService, type Printed } from '@common-ground/api/documents';
import { Audit, Cursors, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import {
  type Answer,
  type AnswerDraft,
  type DocumentContent,
  type Page,
  type PaperWishes,
  type Task,
  type TaskId,
  type TaskSummary,
} from '@common-ground/contract';
import { mayDoTask, type Actor } from '@common-ground/rules/access';
import {
  answersSoFar,
  isVarying,
  blocksOf,
  checkAnswerShape,
  isAboutTheWhole,
  isSameAnswer,
  isTooMuchToTell,
  promptsNotAsked,
  readDayPromptId,
  rulesOf,
  tidyAnswer,
} from '@common-ground/rules/content';
import { ResponseRepository } from '../responses/response.repository';
import { AnswerRepository } from './answer.repository';
import { Repeats, type SaveTerms } from './repeats';
import { TaskRepository, type GivenRow, type TaskStanding } from './task.repository';
import { answersAsked, presentSummary, presentTask } from './task.presenter';

@Injectable()
export class AnsweringService {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskRepository,
    private readonly answers: AnswerRepository,
    private readonly repeats: Repeats,
    private readonly responses: ResponseRepository,
    private readonly printing: PrintingService,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, cursor: string | null, limit: number): Promise<Page<TaskSummary>> {
    return this.database.as(actor, async (tx) => {
      const found = await this.tasks.list(tx, actor, this.cursors.read(actor, 'homework', cursor), limit);
      const page = this.cursors.page(actor, 'homework', found, limit, (row) => ({
        at: row.sharedAt,
        id: row.id,
      }));
      return { items: page.items.map(presentSummary), next: page.next };
    });
  }

  read(actor: Actor, id: TaskId): Promise<Task> {
    return this.database.as(actor, async (tx) => {
      await this.#requireOwn(tx, actor, id);
      return this.#present(tx, actor, id);
    });
  }

  /** Saves one answer. Acknowledged means committed. */
  answer(actor: Actor, id: TaskId, promptId: string, terms: SaveTerms, draft: AnswerDraft): Promise<Answer> {
    return this.database.as(actor, async (tx) => {
      await this.tasks.holdBack(tx, actor, id);
      const task = await this.#requireOwn(tx, actor, id);
      const asked = [id, promptId, terms.revision, draft.value, draft.visibility];
      return this.repeats.once(tx, actor, terms.key, asked, async () => {
        const { content } = await this.#demandFit(tx, actor, id, promptId, draft);
        const tidy = { ...draft, value: tidyAnswer(draft.value) };
        const saved = await this.#save(tx, actor, task, promptId, terms.revision, tidy);
        if (task.sentAt !== null && isVarying(blocksOf(content))) {
          const notAsked = await this.#notAsked(tx, actor, id, content);
          await this.answers.keepBack(tx, actor, id, task.sentAt, notAsked);
        }
        return saved;
      });
    });
  }

  /** Hands the homework to the therapist. Sending twice changes nothing and is answered the same. */
  send(actor: Actor, id: TaskId): Promise<Task> {
    return this.database.as(actor, async (tx) => {
      await this.tasks.holdBack(tx, actor, id);
      const task = await this.#requireOwn(tx, actor, id);
      const { content } = await this.#given(tx, actor, id);
      if (await this.answers.send(tx, actor, id, await this.#notAsked(tx, actor, id, content))) {
        await this.audit.record(tx, actor, {
          action: 'homework.send',
          because: 'own-task',
          subjects: [actor.personId],
          familyId: task.familyId,
          documentId: task.documentId,
          taskId: id,
        });
      }
      return this.#present(tx, actor, id);
    });
  }

  /** The worksheet with the answers the reader may see: their own, or what was sent to them as a therapist. */
  async pdf(actor: Actor, id: TaskId, wishes: PaperWishes): Promise<Printed> {
    const sheet = await this.database.as(actor, async (tx) => {
      const standing = await this.#standing(tx, actor, id);
      const frame = await this.printing.frame(tx, actor);
      if (standing.personId === actor.personId) {
        const task = await this.#present(tx, actor, (await this.#requireOwn(tx, actor, id)).id);
        const answers = task.answers.every(({ promptId }) => isAboutTheWhole(promptId))
          ? undefined
          : answersAsked(task.content, task.answers);
        const preparedFor = await this.printing.readersName(tx, actor);
        const { kind, title, content, version: versionNumber, noticeWithShare } = task;
        this.printing.demandForm(kind, wishes);
        const phoneAddress = this.printing.phoneAddress(kind, id);
        const paper = { kind, title, content, versionNumber, answers, preparedFor };
        return { ...frame, ...paper, noticeWithShare, phoneAddress };
      }
      if (!standing.onCaseload) throw new Refusal('not-found');
      const [set] = await this.responses.sets(tx, actor, { taskId: id });
      if (set === undefined) throw new Refusal('not-found');
      await this.audit.record(tx, actor, {
        action: 'homework.print',
        because: 'on-caseload',
        subjects: [standing.personId],
        familyId: standing.familyId,
        documentId: standing.documentId,
        taskId: id,
      });
      const { kind, title, version } = set.document;
      const { content, answers, person } = set;
      this.printing.demandForm(kind, wishes);
      return {
        ...frame,
        kind,
        title,
        content,
        versionNumber: version,
        answers,
        answersOf: person.displayName,
      };
    });
    return this.printing.print({ ...sheet, wishes });
  }

  async #save(
    tx: Transaction,
    actor: Actor,
    task: TaskStanding,
    promptId: string,
    revision: number,
    draft: AnswerDraft,
  ): Promise<Answer> {
    const isSaved = await this.answers.save(tx, actor, task, promptId, revision, draft);
    const current = await this.tasks.answer(tx, actor, task.id, promptId);
    if (current === null) {
      // Nothing stands there, so the revision the text claims to come from has never been.
      throw new Refusal('revision-stale', { current: null });
    }
    if (isSaved) {
      await this.audit.record(tx, actor, {
        action: 'homework.answer',
        because: 'own-task',
        subjects: [actor.personId],
        familyId: task.familyId,
        taskId: task.id,
        fields: ['value', 'visibility'],
      });
      return current;
    }
    const isSame = current.visibility === draft.visibility && isSameAnswer(current.value, draft.value);
    if (isSame) return current;
    throw new Refusal('revision-stale', { current, changedAt: current.savedAt });
  }

  async #demandFit(
    tx: Transaction,
    actor: Actor,
    id: TaskId,
    promptId: string,
    draft: AnswerDraft,
  ): Promise<GivenRow> {
    const given = await this.#given(tx, actor, id);
    const rules = rulesOf(given.kind);
    const prompt = rules.prompt(given.content, promptId);
    if (prompt === undefined) throw new Refusal('not-found');
    const day = readDayPromptId(promptId);
    const isOfDay =
      day !== null && rules.promptsOfDay(given.content, day.on).some(({ id: asked }) => asked === promptId);
    if (isOfDay && day.on > given.latestDay) {
      throw Refusal.field('promptId', 'day-to-come', 'This day has not come yet.');
    }
    const fault = isTooMuchToTell(promptId, draft.value) ? 'too-long' : checkAnswerShape(prompt, draft.value);
    if (fault !== null) throw Refusal.field('value', fault, `This does not fit a ${prompt.kind} prompt.`);
    return given;
  }

  async #given(tx: Transaction, actor: Actor, id: TaskId): Promise<GivenRow> {
    const given = await this.tasks.given(tx, actor, id);
    // It was there a moment ago: the share has just been taken back.
    if (given === null) throw new Refusal('share-revoked');
    return given;
  }

  /** The prompts whose answers stay with their author, since what was answered elsewhere does not ask for them. */
  async #notAsked(
    tx: Transaction,
    actor: Actor,
    id: TaskId,
    content: DocumentContent,
  ): Promise<readonly string[]> {
    if (!isVarying(blocksOf(content))) return [];
    return promptsNotAsked(blocksOf(content), answersSoFar(await this.tasks.answers(tx, actor, id)));
  }

  async #standing(tx: Transaction, actor: Actor, id: TaskId): Promise<TaskStanding> {
    const task = await this.tasks.standing(tx, actor, id);
    if (task === null) throw new Refusal('not-found');
    return task;
  }

  /** The actor's own task. When it no longer reaches them, what they wrote is still theirs and goes with the refusal. */
  async #requireOwn(tx: Transaction, actor: Actor, id: TaskId): Promise<TaskStanding> {
    const task = await this.#standing(tx, actor, id);
    demand(mayDoTask(actor, task));
    if (!task.isLive) {
      const answers = await this.tasks.answers(tx, actor, id);
      throw new Refusal('share-revoked', { current: { answers } });
    }
    return task;
  }

  async #present(tx: Transaction, actor: Actor, id: TaskId): Promise<Task> {
    const task = await this.tasks.find(tx, actor, id);
    if (task === null) throw new Refusal('not-found');
    return presentTask(task, await this.tasks.answers(tx, actor, id));
  }
}
