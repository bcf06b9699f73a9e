import { Injectable, computed, inject, signal } from '@angular/core';
import type { AttachedDocument, Document, Review, ReviewComment } from '@common-ground/contract';
import { DocumentsClient } from '../documents.client';
import { NO_WORDS } from '../supervision/review.store';
import { type Replier, type Thread, threadsOf, withComment } from '../supervision/thread-order';

/** What a supervisor has sent of the review that waits or that came back, for the author to read and answer. */
@Injectable()
export class SentReview implements Replier {
  protected readonly client = inject(DocumentsClient);
  private readonly review = signal<Review | null>(null);

  readonly value = this.review.asReadonly();
  readonly documentId = computed(() => this.review()?.document.id ?? null);
  readonly mayReply = computed(() => this.review()?.may.reply ?? false);
  readonly threads = computed(() => threadsOf(this.review()?.comments ?? []));
  private readonly byBlock = computed(() => Map.groupBy(this.threads(), ({ first }) => first.blockId));

  /** Quietly nothing when it does not come: the document can be worked on without it. */
  open({ review }: Pick<Document, 'review'>): void {
    if (review === null || review.verdict === 'approve') return;
    this.client.review(review.id).then(
      (found) => this.review.set(found),
      () => undefined,
    );
  }

  at(block: string): readonly Thread[] {
    return this.byBlock().get(block) ?? NONE;
  }

  /** Threads about blocks that are no longer in the worksheet. */
  homeless(blocks: readonly string[]): readonly Thread[] {
    return this.threads().filter(({ first }) => !blocks.includes(first.blockId));
  }

  async reply(thread: Thread, text: string, key: string): Promise<void> {
    const review = this.review();
    if (review === null) return;
    const { id, blockId } = thread.first;
    const request = { blockId, ...NO_WORDS, text, replyTo: id };
    this.keep(await this.client.comment(review.id, request, key));
  }

  async settle({ first }: Thread, isSettled: boolean): Promise<void> {
    const review = this.review();
    if (review !== null) this.keep(await this.client.settle(review.id, first.id, isSettled));
  }

  /** What goes along with it now. */
  keepAttached(attached: readonly AttachedDocument[]): void {
    this.review.update((known) => known && { ...known, attached });
  }

  protected keep(comment: ReviewComment): void {
    this.review.update((known) => known && { ...known, comments: withComment(known.comments, comment) });
  }
}

const NONE: readonly Thread[] = [];
