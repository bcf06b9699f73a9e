import { Injectable, inject } from '@angular/core';
import type { Document, DocumentKind, ReviewComment, SuggestionAnswer } from '@common-ground/contract';
import { rulesOf, whereMarkedWordsStand } from '@common-ground/rules/content';
import type { Thread } from '../supervision/thread-order';
import { Desk } from '../writing/desk';
import { SentReview } from './sent-review';

/** What the supervisor sent back, beside the blocks of the draft into which suggested words are taken. */
@Injectable()
export class ReturnedReview extends SentReview {
  private readonly desk = inject(Desk);
  private kind: DocumentKind = 'worksheet';

  override open(document: Document): void {
    this.kind = document.kind;
    super.open(document);
  }

  /**
   * The words come into the draft like words that were typed: one step of undo, saved over the revision that is known.
   * Where they stand already, only the supervisor has to learn of it.
   */
  async answerSuggestion({ first }: Thread, answer: SuggestionAnswer): Promise<boolean> {
    const review = this.value();
    if (review === null || first.suggestion === null) return false;
    if (answer === 'taken' && !this.takeIn(first, first.suggestion.words)) return false;
    this.keep(await this.client.answerSuggestion(review.id, first.id, answer));
    return true;
  }

  private takeIn(comment: ReviewComment, words: string): boolean {
    const { content } = this.desk.text();
    const parts = rulesOf(this.kind).parts(content);
    const stands = whereMarkedWordsStand(content, parts, { ...comment, quote: words }) !== null;
    // Words that hold the old ones are found around them again: taken twice, they would stand there twice.
    if (stands && words.includes(comment.quote)) return true;
    const mark = whereMarkedWordsStand(content, parts, comment);
    return mark === null ? stands : this.desk.reword(mark, words);
  }
}
