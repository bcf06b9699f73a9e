import { Injectable } from '@nestjs/common';
import { PrintingService, type Printed } from '@common-ground/api/documents';
import {
  Audit,
  Cursors,
  Database,
  demand,
  Refusal,
  type Transaction,
  hashOfRequest,
  Repeats,
  type SaveTerms,
} from '@common-ground/api/platform';
import {
  daysAfter,
  type Answer,
  type AnswerDraft,
  type AnswerValue,
  type DocumentContent,
  type Page,
  type PaperWishes,
  type Task,
  type TaskId,
  type TaskSummary,
} from '@common-ground/contract';
import { mayDoTask, takesAnswers, type Actor } from '@common-ground/rules/access';
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
import { AnswerRepository, NotTaken, type AskedToSave } from './answer.repository';
import { GivenBefore } from './given-before';
import {
  TaskRepository,
  type GivenRow,
  type SaidRow,
  type TaskStanding,
  type WholeTaskRow,
} from './task.repository';
import { Lines } from './lines';
import { answersAsked, presentTask } from './task.presenter';

@Injectable()
export class AnsweringService {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskRepository,
    private readonly answers: AnswerRepository,
    private readonly before: GivenBefore,
    private readonly lines: Lines,
    private readonly repeats: Repeats,
    private readonly responses: ResponseRepository,
    private readonly printing: PrintingService,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, cursor: string | null, limit: number): Promise<Page<TaskSummary>> {
    const { items, next } = await this.database.once(actor, async (tx) => {
      const found = await this.tasks.list(tx, actor, this.cursors.read(actor, 'homework', cursor), limit);
      return this.cursors.page(actor, 'homework', found, limit, (row) => ({ at: row.sharedAt, id: row.id }));
    });
    return { items: await this.lines.present(actor, items), next };
  }

  async read(actor: Actor, id: TaskId): Promise<Task> {
    const known = this.before.of(actor, id);
    const task =
      (known && (await this.database.once(actor, (tx) => this.tasks.findKnown(tx, actor, id, known)))) ??
      (await this.database.once(actor, (tx) => this.tasks.find(tx, actor, id)));
    if (task === null) return this.database.as(actor, (tx) => this.#present(tx, actor, id));
    this.before.keep(actor, task);
    const said = task.isToldOf ? await this.database.once(actor, (tx) => this.tasks.said(tx, actor, id)) : [];
    return this.#presentOwn(actor, task, said);
  }

  /** Saves one answer. Acknowledged means committed. */
  async answer(
    actor: Actor,
    id: TaskId,
    promptId: string,
    { revision, key }: SaveTerms,
    draft: AnswerDraft,
  ): Promise<Answer> {
    const requestHash = hashOfRequest([id, promptId, revision, draft.value, draft.visibility]);
    const tidy = { ...draft, value: tidyAnswer(draft.value) };
    const asked = { promptId, draft: tidy, revision, key, requestHash };
    const before = this.before.of(actor, id);
    const fits =
      before !== null &&
      takesAnswers(before.openUntilOn, before.today) &&
      unfit(before, promptId, draft.value) === null;
    const atOnce = fits ? await this.#saveAtOnce(actor, { ...asked, task: before }) : null;
    if (atOnce !== null) return atOnce;
    const trying = this.database.as(actor, async (tx) => {
      this.#hold(tx, actor, id, key);
      const task = await this.#given(tx, actor, id);
      this.before.keep(actor, task);
      const refusal = unfit(task, promptId, draft.value);
      if (refusal !== null) throw refusal;
      const varies = isVarying(blocksOf(task.content));
      if (!varies) tx.endWithNext();
      const saved = await this.answers.save(tx, actor, { ...asked, task });
      if (varies && saved !== null && saved.sentAt !== null) {
        const notAsked = await this.#notAsked(tx, actor, id, task.content);
        await this.answers.keepBack(tx, actor, id, saved.sentAt, notAsked);
      }
      return { answer: saved?.answer ?? null, cause: null };
    });
    const tried = await trying.catch((failure: unknown) => {
      if (failure instanceof NotTaken) return { answer: null, cause: failure.cause };
      throw failure;
    });
    if (tried.answer !== null) return tried.answer;
    return this.database.as(actor, (tx) => {
      this.#hold(tx, actor, id, key);
      return this.#unsaved(tx, actor, id, asked, tried.cause);
    });
  }

  /**
   * Saves in one journey what fits what was given when it was last looked at, where nothing has to be worked out from
   * other answers. Who sends the same under the same name waits for the task; who uses the name for something else is
   * found out by the rows.
   * @returns null where nothing was saved: it is then looked at anew
   */
  async #saveAtOnce(actor: Actor, toSave: AskedToSave & { task: GivenRow }): Promise<Answer | null> {
    const { task } = toSave;
    if (isVarying(blocksOf(task.content))) return null;
    try {
      const saved = await this.database.once(actor, (tx) => {
        demand(mayDoTask(actor, { personId: task.personId, onCaseload: false }));
        this.tasks.holdBack(tx, actor, task.id);
        return this.answers.save(tx, actor, toSave);
      });
      return saved?.answer ?? null;
    } catch (failure) {
      if (failure instanceof NotTaken) return null;
      throw failure;
    }
  }

  /** Keeps others from the task, and from what was sent under the same name, until the transaction is over. */
  #hold(tx: Transaction, actor: Actor, id: TaskId, key: string | null): void {
    if (key !== null) this.repeats.hold(tx, actor, key);
    this.tasks.holdBack(tx, actor, id);
  }

  /** Hands the homework to the therapist. Sending twice changes nothing and is answered the same. */
  send(actor: Actor, id: TaskId): Promise<Task> {
    return this.database.as(actor, async (tx) => {
      this.tasks.holdBack(tx, actor, id);
      const task = await this.#given(tx, actor, id);
      const { content } = task;
      if (!takesAnswers(task.openUntilOn, task.today)) return this.#sentBefore(tx, actor, id);
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

  /** What was open until a day that is over is sent no more. */
  async #sentBefore(tx: Transaction, actor: Actor, id: TaskId): Promise<Task> {
    const task = await this.#present(tx, actor, id);
    if (task.sentAt === null) throw new Refusal('share-over');
    return task;
  }

  /** The worksheet with the answers the reader may see: their own, or what was sent to them as a therapist. */
  async pdf(actor: Actor, id: TaskId, wishes: PaperWishes): Promise<Printed> {
    const sheet = await this.database.as(actor, async (tx) => {
      const standing = await this.#standing(tx, actor, id);
      const frame = await this.printing.frame(tx, actor);
      if (standing.personId === actor.personId) {
        const task = await this.#present(tx, actor, id);
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

  /**
   * Why an answer was not saved. What had been saved before, or stands there in the same words, is as good as saved.
   * @param cause what the database refused it with; told on where nothing that somebody did explains it
   */
  async #unsaved(
    tx: Transaction,
    actor: Actor,
    id: TaskId,
    { promptId, draft, revision, key, requestHash }: AskedToSave,
    cause: Error | null,
  ): Promise<Answer> {
    const { isOver } = await this.#requireOwn(tx, actor, id);
    const repeated = key === null ? null : await this.repeats.find<Answer>(tx, actor, key, requestHash);
    if (repeated !== null) return repeated;
    const current = await this.tasks.answer(tx, actor, id, promptId);
    // Whom one lets read it stays one's own choice; the words do not change any more.
    if (isOver && !(current && isSameAnswer(current.value, draft.value)))
      throw new Refusal('share-over', { current });
    if (cause !== null && (current?.revision ?? 0) === revision) throw cause;
    // Where nothing stands, the revision the text claims to come from has never been.
    if (current === null) throw new Refusal('revision-stale', { current: null });
    const isSame = current.visibility === draft.visibility && isSameAnswer(current.value, draft.value);
    if (!isSame) throw new Refusal('revision-stale', { current, changedAt: current.savedAt });
    if (key !== null) await this.repeats.remember(tx, actor, key, requestHash, current);
    return current;
  }

  /** What the actor was given, while it reaches them. */
  async #given(tx: Transaction, actor: Actor, id: TaskId): Promise<GivenRow> {
    const given = await this.tasks.given(tx, actor, id);
    if (given !== null) {
      demand(mayDoTask(actor, { personId: given.personId, onCaseload: false }));
      return given;
    }
    await this.#requireOwn(tx, actor, id);
    // It was not there a moment ago: the share has just been taken back, and given again.
    throw new Refusal('share-revoked');
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
      throw new Refusal(task.isOver ? 'share-over' : 'share-revoked', { current: { answers } });
    }
    return task;
  }

  async #present(tx: Transaction, actor: Actor, id: TaskId): Promise<Task> {
    await this.#requireOwn(tx, actor, id);
    const task = await this.tasks.find(tx, actor, id);
    if (task === null) throw new Refusal('not-found');
    const said = task.isToldOf ? await this.tasks.said(tx, actor, id) : [];
    return this.#presentOwn(actor, task, said);
  }

  #presentOwn(actor: Actor, task: WholeTaskRow, said: readonly SaidRow[]): Task {
    demand(mayDoTask(actor, { personId: task.personId, onCaseload: false }));
    return presentTask(task, said);
  }
}

/** Why it cannot be saved: what is answered has to be asked, on a day that has come, and of the form that was asked for. */
function unfit(given: GivenRow, promptId: string, value: AnswerValue): Refusal | null {
  const rules = rulesOf(given.kind);
  const prompt = rules.prompt(given.content, promptId);
  if (prompt === undefined) return new Refusal('not-found');
  const day = readDayPromptId(promptId);
  const isOfDay =
    day !== null && rules.promptsOfDay(given.content, day.on).some(({ id: asked }) => asked === promptId);
  // It may be tomorrow already where somebody writes.
  if (isOfDay && day.on > daysAfter(given.today, 1)) {
    return Refusal.field('promptId', 'day-to-come', 'This day has not come yet.');
  }
  const fault = isTooMuchToTell(promptId, value) ? 'too-long' : checkAnswerShape(prompt, value);
  return fault === null ? null : Refusal.field('value', fault, `This does not fit a ${prompt.kind} prompt.`);
}
