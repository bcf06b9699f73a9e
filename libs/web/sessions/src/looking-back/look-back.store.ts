import { Injectable, computed, inject, signal } from '@angular/core';
import {
  LOOK_BACK_QUESTIONS,
  type FamilySessionId,
  type LookBackAnswer,
  type LookBackDraft,
  type LookBackQuestion,
} from '@common-ground/contract';
import {
  Dates,
  Problem,
  SaveQueue,
  loaded,
  worstOf,
  type SaveTrouble,
  type Saving,
} from '@common-ground/web/platform';
import { LookBackClient, pathOf } from './look-back.client';

/** Refusals that mean that there is nothing to be said about this hour any more. */
const CLOSED = ['not-found', 'not-allowed'];
const UNTOUCHED: LookBackDraft = { choice: null, words: '' };

/** What somebody says about one hour while they are at it; it lives as long as the pages about that hour. */
@Injectable()
export class LookBackStore {
  private readonly client = inject(LookBackClient);
  private readonly queue = inject(SaveQueue);
  private readonly dates = inject(Dates);

  private readonly id = signal<FamilySessionId | undefined>(undefined);
  private readonly savings = signal<ReadonlyMap<LookBackQuestion, Saving<LookBackDraft>>>(new Map());
  private readonly held = signal<ReadonlyMap<LookBackQuestion, LookBackDraft>>(new Map());
  /** Written since it was read, so that what the server sent is not the latest. */
  private readonly isChanged = signal(false);

  readonly page = loaded(
    () => this.id(),
    async (id, stop) => {
      try {
        const looked = await this.client.own(id, stop);
        this.hold(looked.id, looked.answers);
        return looked;
      } catch (cause) {
        // What lies on this device is its author's, also where the hour is not theirs to see any more.
        if (Problem.from(cause).code === 'not-found') this.hold(id, []);
        throw cause;
      }
    },
  );
  readonly lookBack = computed(() => this.page.value());
  readonly when = computed(() => {
    const looked = this.lookBack();
    return looked ? this.dates.momentIn(looked.startsAt, looked.timeZone) : '';
  });
  readonly readers = computed(() =>
    this.dates.list((this.lookBack()?.readers ?? []).map(({ displayName }) => displayName)),
  );
  readonly until = computed(() => this.dates.moment(this.lookBack()?.until ?? new Date().toISOString()));
  readonly state = computed(() => worstOf([...this.savings().values()].map((saving) => saving.state())));
  readonly isEmpty = computed(() => [...this.held().values()].every(isBlank));
  /** Something stands here that the therapists have not been sent. */
  readonly hasUnsent = computed(() => {
    const isSent = (question: LookBackQuestion, draft: LookBackDraft): boolean =>
      (this.lookBack()?.answers ?? []).some(
        (one) => one.question === question && one.sentAt !== null && isSame(one, draft),
      );
    const isUnsent = ([question, draft]: readonly [LookBackQuestion, LookBackDraft]): boolean =>
      !isBlank(draft) && !isSent(question, draft);
    return !this.isEmpty() && (this.isChanged() || [...this.held()].some(isUnsent));
  });
  /** What the therapists had when this was read; the first change of it takes it back from them. */
  readonly sent = computed(() =>
    (this.lookBack()?.answers ?? []).filter(({ sentAt }) => sentAt !== null).map(({ question }) => question),
  );
  /** The time is over, or something keeps them from this hour: what was not saved by then never will be. */
  readonly isClosed = computed(
    () =>
      this.page.problem()?.code === 'not-found' ||
      [...this.savings().values()].some((saving) => {
        const trouble = saving.trouble();
        return trouble?.sort === 'refused' && CLOSED.includes(trouble.code);
      }),
  );
  readonly divided = computed(() =>
    LOOK_BACK_QUESTIONS.filter((question) => this.trouble(question)?.sort === 'conflict'),
  );

  open(id: FamilySessionId): void {
    this.id.set(id);
  }

  draft(question: LookBackQuestion): LookBackDraft {
    return this.held().get(question) ?? UNTOUCHED;
  }

  trouble(question: LookBackQuestion): SaveTrouble | null {
    return this.savings().get(question)?.trouble() ?? null;
  }

  write(question: LookBackQuestion, change: Partial<LookBackDraft>): void {
    const before = this.draft(question);
    const draft = { ...before, ...change };
    if (isSame(draft, before)) return;
    this.put(question, draft);
    this.savings().get(question)?.write(draft);
  }

  flush(question: LookBackQuestion): void {
    this.savings().get(question)?.flush();
  }

  settle(question: LookBackQuestion, draft: LookBackDraft): void {
    this.put(question, draft);
    this.savings().get(question)?.settleConflict(draft);
  }

  /** Deletes what was never saved from this device: its author said so. */
  letGo(): void {
    for (const saving of this.savings().values()) saving.drop();
    this.held.set(new Map());
  }

  /** Sends what was written once all of it is saved; `unsaved` when it could not be. Rejects when sending fails. */
  async send(): Promise<'sent' | 'unsaved'> {
    const id = this.id();
    if (id === undefined || !(await this.queue.settledWithin(laneOf(id)))) return 'unsaved';
    const sent = await this.client.send(id);
    this.hold(id, sent.answers);
    this.page.set(sent);
    return 'sent';
  }

  /** Words this browser has and the server has not come before the server's. */
  private hold(id: FamilySessionId, answers: readonly LookBackAnswer[]): void {
    const savings = new Map<LookBackQuestion, Saving<LookBackDraft>>();
    const held = new Map<LookBackQuestion, LookBackDraft>();
    for (const question of LOOK_BACK_QUESTIONS) {
      const answer = answers.find((one) => one.question === question);
      const saving = this.queue.open<LookBackDraft>({
        ...{ key: `${laneOf(id)}/${question}`, lane: laneOf(id) },
        ...{ path: `${pathOf(id)}/${question}`, revision: answer?.revision ?? 0 },
      });
      savings.set(question, saving);
      const saved = answer ? { choice: answer.choice, words: answer.words } : UNTOUCHED;
      held.set(question, saving.newer ?? saved);
    }
    this.savings.set(savings);
    this.held.set(held);
    this.isChanged.set(false);
  }

  private put(question: LookBackQuestion, draft: LookBackDraft): void {
    this.held.update((held) => new Map(held).set(question, draft));
    this.isChanged.set(true);
  }
}

export function isBlank({ choice, words }: LookBackDraft): boolean {
  return choice === null && words.trim() === '';
}

function isSame(one: LookBackDraft, other: LookBackDraft): boolean {
  return one.choice === other.choice && one.words === other.words;
}

function laneOf(id: FamilySessionId): string {
  return `look-back/${id}`;
}
