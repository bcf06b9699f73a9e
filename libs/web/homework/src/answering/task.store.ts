import { Injectable, computed, effect, inject, signal } from '@angular/core';
import {
  type Answer,
  type AnswerDraft,
  type AnswerValue,
  type Feedback,
  type Prompt,
  type Task,
  type TaskId,
  VISIBILITIES,
  type Visibility,
} from '@common-ground/contract';
import {
  blocksOf,
  choseShort,
  cleanAnswer,
  hasShortVersion,
  HARD,
  isSameAnswer,
  LENGTH_CHOICE,
  NOT_THIS_WEEK,
  rulesOf,
} from '@common-ground/rules/content';
import { questionsOf, type Question } from '@common-ground/web/documents';
import {
  Dates,
  Problem,
  SaveQueue,
  Words,
  loaded,
  worstOf,
  type SaveTrouble,
  type Saving,
} from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';
import { savedIn } from './both-texts';

/** Refusals that mean the whole homework is closed to this person. */
const CLOSED = ['share-revoked', 'share-over', 'not-found', 'not-allowed'];

export interface Troubled {
  readonly question: Question;
  readonly trouble: SaveTrouble;
}

/**
 * One piece of homework while somebody is at it: the task as the server gave it and the answers as they stand on this
 * device, each on its way to the server. It lives exactly as long as the pages of one task, so that nothing of it is
 * left for whoever opens the next one.
 */
@Injectable()
export class TaskStore {
  private readonly client = inject(HomeworkClient);
  private readonly queue = inject(SaveQueue);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);

  private readonly id = signal<TaskId | undefined>(undefined);
  private readonly savings = signal<ReadonlyMap<string, Saving<AnswerDraft>>>(new Map());
  private readonly held = signal<ReadonlyMap<string, AnswerDraft>>(new Map());
  /** Who could read an answer when that was last changed: it holds until the change is saved. */
  private readonly before = signal<ReadonlyMap<string, Visibility>>(new Map());
  /** What is asked beside the document's own questions: about the days of a plan. */
  private readonly further = new Set<string>();
  /** It could not be opened, and words of this person lie on this device. */
  private readonly hasLeftWords = signal(false);

  readonly page = loaded(
    () => this.id(),
    async (id: TaskId, stop) => {
      try {
        return this.receive(await this.client.task(id, stop));
      } catch (cause) {
        this.receiveLeftWords(id, Problem.from(cause));
        throw cause;
      }
    },
  );
  readonly task = computed(() => this.page.value());
  /** By name, everybody who reads answers marked for the therapist. */
  readonly readers = computed(() => {
    const names = (this.task()?.repliesSeenBy ?? []).map(({ displayName }) => displayName);
    return names.length > 0 ? this.dates.list(names) : this.words.say('homework.visibility.aTherapist');
  });
  readonly values = computed<ReadonlyMap<string, AnswerValue>>(
    () => new Map([...this.held()].map(([promptId, { value }]) => [promptId, value])),
  );
  /** Null where the author marked no short version; else whether it was chosen. */
  readonly isShort = computed(() => {
    const blocks = blocksOfTask(this.task());
    return hasShortVersion(blocks) ? choseShort(blocks, this.values()) : null;
  });
  /** Only what is asked, given the answers so far, is on a page. */
  private readonly pages = computed(() => questionsOf(this.task()?.content ?? null, this.values()));
  readonly questions = computed(() => this.pages().list);
  readonly after = computed(() => this.pages().after);
  /** The four words of saving, for all answers together: what worries most comes first. */
  readonly state = computed(() => worstOf([...this.savings().values()].map((saving) => saving.state())));
  readonly troubled = computed<readonly Troubled[]>(() =>
    this.questions().flatMap((question) => {
      const trouble = this.trouble(question.prompt.id);
      return trouble ? [{ question, trouble }] : [];
    }),
  );
  private readonly troubles = computed(() =>
    [...this.savings().values()].flatMap((saving) => saving.trouble() ?? []),
  );
  /** The therapist took the homework back, perhaps while somebody was writing. */
  readonly isWithdrawn = computed(
    () =>
      this.page.problem()?.code === 'share-revoked' || this.troubles().some(({ sort }) => sort === 'revoked'),
  );
  /** It was open until a day, and that day went by, perhaps while somebody was writing. */
  readonly isOver = computed(
    () =>
      this.page.problem()?.code === 'share-over' ||
      this.troubles().some((trouble) => 'code' in trouble && trouble.code === 'share-over'),
  );
  /** It does not reach its reader any more; what they wrote in it is theirs. */
  readonly isTaken = computed(
    () =>
      this.isWithdrawn() ||
      this.isOver() ||
      this.hasLeftWords() ||
      this.troubles().some((trouble) => trouble.sort === 'refused' && CLOSED.includes(trouble.code)),
  );

  constructor() {
    // A tap on two devices is not two texts: the last one holds, and stands in no answer's way.
    effect(() => {
      for (const choice of [LENGTH_CHOICE, NOT_THIS_WEEK]) {
        if (this.trouble(choice)?.sort === 'conflict') this.settleConflict(choice, this.draft(choice));
      }
    });
    effect(() => {
      for (const promptId of this.savings().keys()) this.settleVisibility(promptId);
    });
  }

  open(id: TaskId): void {
    this.further.clear();
    this.hasLeftWords.set(false);
    this.id.set(id);
  }

  /** Opens further answers for saving: those of a day that somebody turns to. */
  openFurther(promptIds: readonly string[]): void {
    const task = this.task();
    if (!task || promptIds.every((promptId) => this.savings().has(promptId))) return;
    for (const promptId of promptIds) this.further.add(promptId);
    this.receive(task);
  }

  /** What is asked under an id; where the questions are gone, as it was said beside words that lie on this device. */
  promptOf(promptId: string): Prompt | undefined {
    return this.savings().get(promptId)?.about as Prompt | undefined;
  }

  /** The answer as it stands on this device, saved or not. */
  draft(promptId: string): AnswerDraft {
    return this.held().get(promptId) ?? UNTOUCHED;
  }

  feedback(promptId: string): readonly Feedback[] {
    return this.task()?.answers.find((answer) => answer.promptId === promptId)?.feedback ?? [];
  }

  trouble(promptId: string): SaveTrouble | null {
    return this.savings().get(promptId)?.trouble() ?? null;
  }

  /** A keystroke. What is not different from what is held is not sent. */
  write(promptId: string, draft: AnswerDraft): void {
    const clean = { ...draft, value: cleanAnswer(draft.value) };
    const held = this.draft(promptId);
    if (clean.visibility === held.visibility && isSameAnswer(clean.value, held.value)) return;
    this.put(promptId, clean);
    this.savings().get(promptId)?.write(clean);
  }

  isUnsaved(promptId: string): boolean {
    return this.savings().get(promptId)?.state().word !== 'saved';
  }

  /** Who can read an answer as the server has it: a change on its way does not hold yet. */
  savedVisibility(promptId: string): Visibility {
    const chosen = this.draft(promptId).visibility;
    if (!this.isUnsaved(promptId)) return chosen;
    const told = this.task()?.answers.find((answer) => answer.promptId === promptId)?.visibility;
    return this.before().get(promptId) ?? told ?? chosen;
  }

  /** The words of what is over stay as they are; whom its author lets read them is theirs to change. */
  letRead(promptId: string, visibility: Visibility): void {
    const saved = this.savedVisibility(promptId);
    this.before.update((before) => new Map(before).set(promptId, saved));
    this.write(promptId, { ...this.draft(promptId), visibility });
    this.flush(promptId);
  }

  /** The whole stays where it is, with every word in it, for whoever thinks again. */
  chooseLength(length: 'short' | 'whole'): void {
    this.write(LENGTH_CHOICE, { value: length, visibility: 'therapist' });
    this.flush(LENGTH_CHOICE);
  }

  flush(promptId: string): void {
    this.savings().get(promptId)?.flush();
  }

  settleConflict(promptId: string, draft: AnswerDraft): void {
    this.put(promptId, draft);
    this.savings().get(promptId)?.settleConflict(draft);
  }

  /** Deletes every unsaved word of this homework from the device. */
  letGo(): void {
    for (const saving of this.savings().values()) saving.drop();
    this.held.set(new Map());
  }

  /** Sends the homework once all words are saved; `unsaved` when they could not be. Rejects when sending fails. */
  async send(): Promise<'sent' | 'unsaved'> {
    const id = this.id();
    if (id === undefined || !(await this.queue.settledWithin(laneOf(id)))) return 'unsaved';
    this.page.set(this.receive(await this.client.send(id)));
    return 'sent';
  }

  /** Opens every answer for saving. */
  private receive(task: Task): Task {
    const asked = questionsOf(task.content).list.map(({ prompt }) => prompt.id);
    const blocks = blocksOf(task.content);
    const length = hasShortVersion(blocks) ? [LENGTH_CHOICE] : [];
    const atOnce = blocks.length > 0 ? [HARD, NOT_THIS_WEEK] : [];
    const told = task.answers.map(({ promptId }) => promptId);
    this.hold(
      task.id,
      [...new Set([...asked, ...length, ...atOnce, ...told, ...this.further])],
      task.answers,
      (promptId) => rulesOf(task.kind).prompt(task.content, promptId),
    );
    return task;
  }

  /**
   * Homework that was taken back is refused, but its author's own words stay theirs: those the server has come along,
   * and those that never reached it lie on this device, also for whoever has left the family meanwhile.
   */
  private receiveLeftWords(id: TaskId, problem: Problem): void {
    if (!CLOSED.includes(problem.code)) return;
    const { answers = [] } = (problem.details.current ?? {}) as { answers?: readonly Answer[] };
    const sent = answers.map(({ promptId }) => promptId);
    const left = this.queue.heldIn(laneOf(id)).map((key) => key.slice(`${laneOf(id)}/`.length));
    this.hasLeftWords.set(left.length > 0);
    this.hold(id, [...new Set([...sent, ...left])], answers, () => undefined);
  }

  /**
   * Two devices that say the same and differ only in who reads it are nothing to choose a text for: fewer readers hold,
   * for who asked for more sees it and can ask again. Of what is over the words on the server are the last.
   */
  private settleVisibility(promptId: string): void {
    const trouble = this.trouble(promptId);
    if (trouble?.sort !== 'conflict') return;
    const mine = this.draft(promptId);
    const theirs = savedIn(trouble.theirs, mine);
    if (this.task()?.may.answer !== false && !isSameAnswer(theirs.value, mine.value)) return;
    const fewer = [mine, theirs].map(({ visibility }) => VISIBILITIES.indexOf(visibility));
    const visibility = VISIBILITIES[Math.min(...fewer)] ?? 'not-yet';
    this.before.update((before) => new Map(before).set(promptId, theirs.visibility));
    this.settleConflict(promptId, { value: theirs.value, visibility });
  }

  /** Words this browser has and the server has not come before the server's. */
  private hold(
    id: TaskId,
    prompts: readonly string[],
    answers: readonly Answer[],
    asked: (promptId: string) => Prompt | undefined,
  ): void {
    const savings = new Map<string, Saving<AnswerDraft>>();
    const held = new Map<string, AnswerDraft>();
    for (const promptId of prompts) {
      const answer = answers.find((one) => one.promptId === promptId);
      const saving = this.queue.open<AnswerDraft>({
        key: `${laneOf(id)}/${promptId}`,
        lane: laneOf(id),
        path: `homework/${id}/answers/${promptId}`,
        revision: answer?.revision ?? '0',
        savedAt: answer && isToday(answer.savedAt) ? answer.savedAt : null,
        about: asked(promptId),
      });
      savings.set(promptId, saving);
      const saved = answer ? { value: answer.value, visibility: answer.visibility } : UNTOUCHED;
      held.set(promptId, saving.newer ?? saved);
    }
    this.savings.set(savings);
    this.held.set(held);
  }

  private put(promptId: string, draft: AnswerDraft): void {
    this.held.update((held) => new Map(held).set(promptId, draft));
  }
}

const UNTOUCHED: AnswerDraft = { value: null, visibility: 'therapist' };

function blocksOfTask(task: Task | null | undefined): ReturnType<typeof blocksOf> {
  return task ? blocksOf(task.content) : [];
}

function laneOf(id: TaskId): string {
  return `homework/${id}`;
}

/** The save words name a time and no day, so the time of another day would mislead. */
function isToday(at: string): boolean {
  return new Date(at).toDateString() === new Date().toDateString();
}
