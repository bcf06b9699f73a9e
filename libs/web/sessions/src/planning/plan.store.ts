import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type {
  AgendaEntry,
  DocumentId,
  DueAction,
  DuePlan,
  FamilySession,
  SessionPlan,
  SessionRole,
  StaysAway,
} from '@common-ground/contract';
import {
  agendaTimes,
  entryAgain,
  minutesOver,
  sessionConcerns,
  shortened,
  type SessionConcern,
} from '@common-ground/rules/content';
import { ProblemWords, SaveQueue, newKey, type FieldError, type Saving } from '@common-ground/web/platform';
import { SessionsClient } from '../sessions.client';

/** Minutes a new entry begins with. */
const NEW_ENTRY = 10;
/** How many plans are offered at a time: more would be no hour. */
const OFFERED = 5;

/** The plan on the therapist's desk: what it says, what can be said about it, and whether the server has it. */
@Injectable()
export class PlanStore {
  private readonly queue = inject(SaveQueue);
  private readonly client = inject(SessionsClient);
  private readonly problems = inject(ProblemWords);

  private readonly opened = signal<FamilySession | null>(null);
  private readonly written = signal<SessionPlan | null>(null);
  private readonly before = signal<SessionPlan | null>(null);
  /** What stands on the desk; null until something lies there. */
  readonly draft = this.written.asReadonly();
  readonly saving = signal<Saving<SessionPlan> | null>(null);

  readonly plan = computed(() => known(this.written()));
  readonly session = computed(() => known(this.opened()));
  readonly times = computed(() => agendaTimes(this.plan()));
  /** Minutes too many; negative when some are left. */
  readonly over = computed(() => minutesOver(this.plan()));
  /** Whether the last act can be taken back: shortening, taking an entry out, or taking up a plan. */
  readonly canUndo = computed(() => this.before() !== null);
  readonly away = computed<ReadonlyMap<string, StaysAway>>(
    () =>
      new Map(
        this.session().candidates.flatMap(({ memberId, staysAway }) =>
          staysAway === null ? [] : [[memberId, staysAway] as const],
        ),
      ),
  );
  readonly concerns = computed<readonly SessionConcern[]>(() => sessionConcerns(this.plan(), this.away()));
  /** Plans to be looked at again that no entry is about yet. */
  readonly due = computed<readonly DuePlan[]>(() => {
    const onTable = new Set(this.plan().agenda.flatMap(({ documentIds }) => documentIds));
    return this.session()
      .due.filter(({ documentId }) => !onTable.has(documentId))
      .slice(0, OFFERED);
  });
  readonly conflict = computed(() => {
    const trouble = this.saving()?.trouble();
    return trouble?.sort === 'conflict' ? trouble : null;
  });
  readonly faults = computed<readonly FieldError[]>(() => {
    const trouble = this.saving()?.trouble();
    if (trouble?.sort !== 'refused') return [];
    return trouble.errors.map((fault) => ({
      field: fault.path,
      words: this.problems.ofField(fault, 'sessions'),
    }));
  });

  /**
   * Who comes decides who else can, the day what is due, when it is what else is then, and the papers which consents are
   * missing: the server is asked again once it knows of a change.
   */
  private askedFor = '';

  constructor() {
    effect(() => {
      const saving = this.saving();
      const isKnown = saving?.state().word === 'saved' || saving?.trouble()?.sort === 'refused';
      if (isKnown) untracked(() => void this.askAgain());
    });
  }

  open(session: FamilySession): void {
    const saving = this.queue.open<SessionPlan>({
      key: `sessions/${session.id}`,
      path: `sessions/${session.id}`,
      revision: session.revision,
      savedAt: session.writtenAt,
    });
    this.opened.set(session);
    this.written.set(saving.newer ?? session.plan);
    this.askedFor = decidingIn(this.plan());
    this.saving.set(saving);
  }

  /** Takes in what the server says of the hour now; what stands on the desk stays. */
  learn(session: FamilySession): void {
    this.opened.set(session);
  }

  write(change: Partial<SessionPlan>): void {
    this.before.set(null);
    this.put({ ...this.plan(), ...change });
  }

  /** Somebody's part in the hour; null takes them out. */
  cast(side: 'family' | 'staff', id: SessionPlan['people'][number]['id'], role: SessionRole | null): void {
    const others = this.plan().people.filter((person) => person.id !== id);
    this.write({ people: role === null ? others : [...others, { side, id, role }] });
  }

  /** @returns the new entry's id */
  add(): string {
    const entry = newEntry('', []);
    this.write({ agenda: [...this.plan().agenda, entry] });
    return entry.id;
  }

  /**
   * Puts a plan on the table of a new entry.
   *
   * @returns the new entry's id
   */
  takeUp({ documentId }: Pick<DuePlan, 'documentId'>, title: string): string {
    const entry = newEntry(title, [documentId]);
    this.undoably({ agenda: [...this.plan().agenda, entry] });
    return entry.id;
  }

  /** Puts something that was agreed on before onto the agenda; the entry's id says what, and its title does not. */
  takeUpAction({ entryId }: DueAction, title: string): string {
    const entry = { ...newEntry(title, []), id: entryId };
    this.undoably({ agenda: [...this.plan().agenda, entry] });
    return entry.id;
  }

  /**
   * Puts an entry of an earlier hour onto the agenda, without the papers that are not the family's any more.
   *
   * @returns the new entry's id
   */
  takeAgain(earlier: AgendaEntry, isThere: (paper: DocumentId) => boolean): string {
    const entry = entryAgain(earlier, newEntry('', []).id, isThere);
    this.undoably({ agenda: [...this.plan().agenda, entry] });
    return entry.id;
  }

  rewrite(id: string, change: Partial<AgendaEntry>): void {
    this.write({
      agenda: this.plan().agenda.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
    });
  }

  moveBy(id: string, steps: number): void {
    const { agenda } = this.plan();
    const from = agenda.findIndex((entry) => entry.id === id);
    const to = Math.max(0, Math.min(agenda.length - 1, from + steps));
    this.write({ agenda: agenda.toSpliced(from, 1).toSpliced(to, 0, ...agenda.slice(from, from + 1)) });
  }

  remove(id: string): void {
    this.undoably({ agenda: this.plan().agenda.filter((entry) => entry.id !== id) });
  }

  shorten(): void {
    this.undoably({ agenda: shortened(this.plan()) });
  }

  undo(): void {
    const before = this.before();
    if (before) this.write(before);
  }

  /** Ends a conflict: with what stands here, or with what the other one wrote. */
  settle(whose: 'mine' | 'theirs'): void {
    const theirs = this.conflict()?.theirs?.['plan'] as SessionPlan | undefined;
    const plan = whose === 'theirs' && theirs ? theirs : this.plan();
    this.before.set(null);
    this.written.set(plan);
    this.saving()?.settleConflict(plan);
  }

  private undoably(change: Partial<SessionPlan>): void {
    const before = this.plan();
    this.put({ ...before, ...change });
    this.before.set(before);
  }

  private put(plan: SessionPlan): void {
    this.written.set(plan);
    this.saving()?.write(plan);
  }

  private async askAgain(): Promise<void> {
    const facts = decidingIn(this.plan());
    if (facts === this.askedFor) return;
    this.askedFor = facts;
    const { id } = this.session();
    // Without an answer the page goes on with what it knows; the server refuses whoever cannot come.
    const newest = await this.client.session(id).catch(() => null);
    if (newest?.id === this.session().id) this.learn(newest);
  }
}

function decidingIn({ startsOn, startTime, timeZone, minutes, people, agenda }: SessionPlan): string {
  const papers = new Set(agenda.flatMap(({ documentIds }) => documentIds));
  return [startsOn, startTime, timeZone, minutes, ...people.map(({ id }) => id), ...papers].join();
}

function newEntry(title: string, documentIds: AgendaEntry['documentIds']): AgendaEntry {
  return { id: `e${newKey().slice(0, 12)}`, title, minutes: NEW_ENTRY, fixedStart: null, documentIds };
}

function known<T>(value: T | null): T {
  if (value === null) throw new Error('The plan is opened before anything is asked of it.');
  return value;
}
