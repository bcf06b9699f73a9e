import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  Document,
  DocumentKind,
  Review,
  ReviewComment,
  SuggestionAnswer,
} from '@common-ground/contract';
import { rulesOf, whereMarkedWordsStand } from '@common-ground/rules/content';
import { DocumentsClient } from '../documents.client';
import { NO_WORDS } from '../supervision/review.store';
import { type Replier, type Thread, threadsOf, withComment } from '../supervision/thread-order';
import { Desk } from '../writing/desk';

/** What the supervisor sent back, for the author to read and answer beside the blocks. */
@Injectable()
export class ReturnedReview implements Replier {
  private readonly client = inject(DocumentsClient);
  private readonly desk = inject(Desk);
  private readonly review = signal<Review | null>(null);
  private readonly kind = signal<DocumentKind>('worksheet');

  readonly value = this.review.asReadonly();
  readonly mayReply = computed(() => this.review()?.may.reply ?? false);
  readonly threads = computed(() => threadsOf(this.review()?.comments ?? []));
  private readonly byBlock = computed(() => Map.groupBy(this.threads(), ({ first }) => first.blockId));

  /** Quietly nothing when it does not come: the document can be worked on without it. */
  open({ review, kind }: Document): void {
    this.kind.set(kind);
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
    this.keep(await this.client.comment(review.id, { blockId, ...NO_WORDS, text, replyTo: id }));
  }

  async settle({ first }: Thread, isSettled: boolean): Promise<void> {
    const review = this.review();
    if (review !== null) this.keep(await this.client.settle(review.id, first.id, isSettled));
  }

  /**
   * The words come into the draft like words that were typed: one step of undo, saved over the revision that is known.
   * Where they stand already, only the supervisor has to learn of it.
   */
  async answerSuggestion({ first }: Thread, answer: SuggestionAnswer): Promise<boolean> {
    const review = this.review();
    if (review === null || first.suggestion === null) return false;
    if (answer === 'taken' && !this.takeIn(first, first.suggestion.words)) return false;
    this.keep(await this.client.answerSuggestion(review.id, first.id, answer));
    return true;
  }

  private takeIn(comment: ReviewComment, words: string): boolean {
    const { content } = this.desk.text();
    const parts = rulesOf(this.kind()).parts(content);
    const stands = whereMarkedWordsStand(content, parts, { ...comment, quote: words }) !== null;
    // Words that hold the old ones are found around them again: taken twice, they would stand there twice.
    if (stands && words.includes(comment.quote)) return true;
    const mark = whereMarkedWordsStand(content, parts, comment);
    return mark === null ? stands : this.desk.reword(mark, words);
  }

  private keep(comment: ReviewComment): void {
    this.review.update((known) => known && { ...known, comments: withComment(known.comments, comment) });
  }
}

const NONE: readonly Thread[] = [];
