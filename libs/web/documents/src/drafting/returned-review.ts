import { Injectable, computed, inject, signal } from '@angular/core';
import type { Document, Review } from '@common-ground/contract';
import { DocumentsClient } from '../documents.client';
import { type Replier, type Thread, threadsOf } from '../supervision/thread-order';

/** What the supervisor sent back, for the author to read and answer beside the blocks. */
@Injectable()
export class ReturnedReview implements Replier {
  private readonly client = inject(DocumentsClient);
  private readonly review = signal<Review | null>(null);

  readonly value = this.review.asReadonly();
  readonly mayReply = computed(() => this.review()?.may.reply ?? false);
  readonly threads = computed(() => threadsOf(this.review()?.comments ?? []));
  private readonly byBlock = computed(() => Map.groupBy(this.threads(), ({ first }) => first.blockId));

  /** Quietly nothing when it does not come: the document can be worked on without it. */
  open({ review }: Document): void {
    if (review?.state !== 'decided' || review.verdict === 'approve') return;
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

  async reply(thread: Thread, text: string): Promise<void> {
    const review = this.review();
    if (review === null) return;
    const { id, blockId } = thread.first;
    const comment = await this.client.comment(review.id, { blockId, quote: '', text, replyTo: id });
    this.review.set({ ...review, comments: [...review.comments, comment] });
  }
}

const NONE: readonly Thread[] = [];
