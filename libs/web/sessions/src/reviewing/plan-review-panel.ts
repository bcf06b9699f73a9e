import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { FamilySessionId, PlanReview } from '@common-ground/contract';
import { inOneOrder, rulesOf } from '@common-ground/rules/content';
import { ChangeList, HalfReplies, Threads, type Thread } from '@common-ground/web/documents';
import {
  Dates,
  Problem,
  ProblemNotice,
  SaveQueue,
  Waiting,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { PlanStore } from '../planning/plan.store';
import { PlanReviewClient } from './plan-review.client';
import { PlanThreads } from './plan-threads';
import { SendPlan, type PlanToSend } from './send-plan';

/** Where in the plan something is mended that was said of a part, by the id of its field. */
const FIELD_OF: Readonly<Record<string, (id: string) => string>> = {
  purpose: () => 'purpose',
  when: () => 'startsOn',
  minutes: () => 'minutes',
  person: (id) => `role-${id}`,
  rule: () => 'groundRules',
  goRound: () => 'goRound',
  entry: (id) => `title-${id}`,
};

/** How the plan stands with its supervisor: what they said, what has changed since, and sending it. */
@Component({
  selector: 'cg-plan-review',
  imports: [ChangeList, ProblemNotice, SendPlan, Threads, WordsInTemplate, Waiting],
  templateUrl: './plan-review-panel.html',
  styleUrl: './plan-review-panel.scss',
  providers: [PlanThreads, HalfReplies],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanReviewPanel {
  private readonly client = inject(PlanReviewClient);
  private readonly queue = inject(SaveQueue);
  private readonly page = inject(DOCUMENT);
  private readonly desk = inject(PlanStore);
  protected readonly dates = inject(Dates);
  protected readonly threads = inject(PlanThreads);

  readonly id = input.required<FamilySessionId>();

  protected readonly standing = loaded(this.id, (id) => this.client.standing(id));
  protected readonly failed = signal<Problem | null>(null);
  /** Why nothing was sent, where nothing failed. */
  protected readonly held = signal<'not-saved' | 'changed-elsewhere' | null>(null);
  private isUnderWay = false;
  /** Counts what may change how it stands: an answer to something older is not put over what is known since. */
  private turn = 0;
  /** Something was saved since it was last known how the plan stands. */
  private isDue = false;
  private askedAt: string | null = null;

  /** Which sentence says how it stands. */
  protected readonly word = computed(() => {
    const it = this.standing.value();
    if (it === null) return null;
    if (it.state === 'submitted' && it.review?.act === 'co-sign') return 'coSign';
    if (it.state === 'approved' && it.anotherLook.length > 0) return 'anotherLook';
    const isAlone = it.state === 'unsent' || it.state === 'draft';
    // Once the hour is closed nobody is asked to it any more.
    if (isAlone && it.mustBeApproved && this.desk.session().may.edit) return `${it.state}Needed`;
    // Only whoever may send it reads that it can be sent.
    return it.may.submit && (it.state === 'unsent' || it.state === 'returned') ? `${it.state}Open` : it.state;
  });
  protected readonly name = computed(() => {
    const it = this.standing.value();
    const { review } = it ?? { review: null };
    if (it?.state === 'approved' && it.approvedVersion !== null) return it.approvedVersion.by.displayName;
    return (review?.decidedBy ?? review?.supervisor)?.displayName ?? '';
  });
  /** What has been said and is not settled, part by part in the order of the plan; then of parts that are gone. */
  protected readonly said = computed(() => {
    const content = this.threads.content();
    if (content === null) return [];
    const parts = rulesOf('hour-plan').parts(content);
    const groups = parts.map(({ id, part, words }) => ({
      ...{ id, part, words, field: FIELD_OF[part]?.(id) ?? null },
      threads: this.threads.at(id),
    }));
    const gone: readonly Thread[] = this.threads.homeless(parts.map(({ id }) => id));
    return [...groups, { id: 'gone', part: 'gone', words: '', field: null, threads: gone }].filter(
      ({ threads }) => threads.length > 0,
    );
  });

  constructor() {
    effect(() => {
      const standing = this.standing.value();
      if (standing !== null) untracked(() => this.threads.open(standing));
    });
    // What is saved may be something that matters.
    effect(() => {
      const state = this.desk.saving()?.state();
      if (state?.word === 'saved') untracked(() => void this.askAgain(state.savedAt));
    });
  }

  protected async send({ supervisorId, note, sent }: PlanToSend): Promise<void> {
    await this.act(async () => {
      if (!(await this.queue.settled(`sessions/${this.id()}`))) return this.held.set('not-saved');
      const newest = await this.client.session(this.id());
      // What a colleague wrote meanwhile is read before it is sent.
      if (inOneOrder(newest.plan) !== inOneOrder(this.desk.plan())) return this.held.set('changed-elsewhere');
      this.keep(await this.client.submit(this.id(), newest.revision, { supervisorId, note }));
      sent();
    });
  }

  protected async takeBack(): Promise<void> {
    await this.act(async () => this.keep(await this.client.takeBack(this.id())));
  }

  protected goTo(click: Event, field: string): void {
    click.preventDefault();
    // Whoever cannot come any more has no field of their own.
    const target = this.page.getElementById(field) ?? this.page.getElementById('who');
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  }

  private keep(standing: PlanReview): void {
    this.standing.set(standing);
    // The button that was pressed is gone.
    setTimeout(() => this.page.getElementById('supervision')?.focus());
  }

  private async act(what: () => Promise<void>): Promise<void> {
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    this.turn += 1;
    this.failed.set(null);
    this.held.set(null);
    try {
      await what();
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    } finally {
      this.isUnderWay = false;
      if (this.isDue) void this.standsNow();
    }
  }

  /** Quietly: without an answer the page goes on with what it knows. */
  private async askAgain(savedAt: string | null): Promise<void> {
    const known = this.standing.value();
    if (known === null || known.state === 'unsent' || savedAt === this.askedAt) return;
    this.askedAt = savedAt;
    await this.standsNow();
  }

  private async standsNow(): Promise<void> {
    this.isDue = true;
    if (this.isUnderWay) return;
    this.turn += 1;
    const { turn } = this;
    const newest = await this.client.standing(this.id()).catch(() => null);
    if (turn !== this.turn) return;
    this.isDue = false;
    if (newest !== null) this.standing.set(newest);
  }
}
