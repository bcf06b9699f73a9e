import { Injectable, computed, inject, signal } from '@angular/core';
import {
  LIMITS,
  type AttachedDocument,
  type MarkedWords,
  type Review,
  type ReviewId,
  type ReviewSummary,
  type Verdict,
  type VersionSummary,
} from '@common-ground/contract';
import { rulesOf, whereMarkedWordsStand } from '@common-ground/rules/content';
import { Problem, loaded } from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';
import { type Replier, type Thread, threadsOf, withComment } from './thread-order';

/** A review under the supervisor's eyes. */
@Injectable()
export class ReviewStore implements Replier {
  private readonly client = inject(DocumentsClient);
  private readonly id = signal<ReviewId | undefined>(undefined);

  readonly review = loaded(
    () => this.id(),
    (id) => this.client.review(id),
  );
  readonly documentId = computed(() => this.review.value()?.document.id ?? null);
  private readonly threads = computed(() => threadsOf(this.review.value()?.comments ?? []));
  private readonly byBlock = computed(() => Map.groupBy(this.threads(), ({ first }) => first.blockId));
  /** What this supervisor has written in this review and not sent yet. */
  readonly pending = computed(
    () => (this.review.value()?.comments ?? []).filter(({ state }) => state === 'pending').length,
  );
  /** Set once a verdict has just been sent from this page. */
  readonly sent = signal<Verdict | null>(null);
  /** What was approved waits for a second signature. */
  readonly isHandedOn = signal(false);
  /** After a verdict: what waits next, or that nothing does; null while that is not known. */
  readonly next = signal<ReviewSummary | 'nothing' | null>(null);
  /** The text judged is no longer the text there is. */
  readonly isStale = signal(false);
  readonly failed = signal<Problem | null>(null);

  /** The author took the text back while it was read; and the newer one, where they sent one. */
  readonly takenBack = signal<{ readonly newer: ReviewId | null } | null>(null);

  open(id: ReviewId): void {
    this.takenBack.set(null);
    this.failed.set(null);
    this.isStale.set(false);
    this.sent.set(null);
    this.next.set(null);
    this.id.set(id);
  }

  /** Waits for an answer. Told that there is no such review any more, it finds out what became of it. */
  async asked<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (cause) {
      if (Problem.from(cause).code === 'not-found') await this.lookForNewer();
      throw cause;
    }
  }

  at(block: string): readonly Thread[] {
    return this.byBlock().get(block) ?? NONE;
  }

  /** Whether words stand in a part of the version under review. */
  stands(blockId: string, marked: MarkedWords): boolean {
    const { document, version } = this.existing();
    const parts = rulesOf(document.kind).parts(version.content);
    return whereMarkedWordsStand(version.content, parts, { blockId, ...marked }) !== null;
  }

  /** All the words of a part, as other words are suggested for them; nothing where they stand in several fields. */
  wholeOf(blockId: string): MarkedWords {
    const { document, version } = this.existing();
    const words = rulesOf(document.kind)
      .parts(version.content)
      .find(({ id }) => id === blockId)?.words;
    const whole = { ...NO_WORDS, quote: words?.slice(0, LIMITS.paragraph) ?? '' };
    return this.stands(blockId, whole) ? whole : NO_WORDS;
  }

  /** Threads about blocks that this version no longer has. */
  homeless(blocks: readonly string[]): readonly Thread[] {
    return this.threads().filter(({ first }) => !blocks.includes(first.blockId));
  }

  async comment(blockId: string, marked: MarkedWords, text: string, suggestion: string): Promise<void> {
    const review = this.existing();
    this.keep(
      review,
      await this.asked(
        this.client.comment(review.id, {
          blockId,
          ...marked,
          text,
          ...(suggestion !== '' && { suggestion }),
        }),
      ),
    );
  }

  async reply({ first }: Thread, text: string, key: string): Promise<void> {
    const review = this.existing();
    const request = { blockId: first.blockId, ...NO_WORDS, text, replyTo: first.id };
    this.keep(review, await this.asked(this.client.comment(review.id, request, key)));
  }

  async settle({ first }: Thread, isSettled: boolean): Promise<void> {
    const review = this.existing();
    this.keep(review, await this.asked(this.client.settle(review.id, first.id, isSettled)));
  }

  /** Whether it was sent. */
  async decide(verdict: Verdict, summary: string): Promise<boolean> {
    const review = this.existing();
    this.failed.set(null);
    try {
      const decision = { verdict, summary, versionHash: review.version.hash };
      const { document } = await this.asked(this.client.decide(review.id, decision));
      this.isHandedOn.set(verdict === 'approve' && document.state === 'submitted');
      this.sent.set(verdict);
      void this.lookForNext(review.id);
      return true;
    } catch (cause) {
      const problem = Problem.from(cause);
      if (problem.code === 'hash-stale') this.isStale.set(true);
      else if (this.takenBack() === null) this.failed.set(problem);
      return false;
    }
  }

  readAgain(): void {
    this.isStale.set(false);
    this.failed.set(null);
    this.review.again();
  }

  /** What goes along with it now. */
  keepAttached(attached: readonly AttachedDocument[]): void {
    this.review.set({ ...this.existing(), attached });
  }

  /** The version with what was just added under it. */
  keepVersion(version: VersionSummary): void {
    const review = this.existing();
    this.review.set({ ...review, version: { ...review.version, ...version } });
  }

  private async lookForNewer(): Promise<void> {
    const { document } = this.existing();
    const found = await this.client.waitingReview(document.id).catch(() => null);
    this.takenBack.set({ newer: found?.id ?? null });
  }

  /** In the order of the queue. What was only commented on waits there still, and is not what comes next. */
  private async lookForNext(here: ReviewId): Promise<void> {
    const queue = await this.client.queue({}).catch(() => null);
    if (queue !== null) this.next.set(queue.items.find(({ id }) => id !== here) ?? 'nothing');
  }

  private existing(): Review {
    const review = this.review.value();
    if (review === null) throw new Error('no review is open');
    return review;
  }

  private keep(review: Review, comment: Review['comments'][number]): void {
    const known = this.review.value() ?? review;
    this.review.set({ ...known, comments: withComment(known.comments, comment) });
  }
}

const NONE: readonly Thread[] = [];
/** A comment on the part as a whole. */
export const NO_WORDS: MarkedWords = { quote: '', prefix: '', suffix: '' };
