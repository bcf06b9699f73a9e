import { Injectable } from '@nestjs/common';
import {
  Audit,
  Database,
  demand,
  Refusal,
  type AuditEntry,
  type Transaction,
  Repeats,
} from '@common-ground/api/platform';
import type {
  CommentId,
  NewComment,
  ReviewComment,
  ReviewId,
  SuggestionAnswer,
} from '@common-ground/contract';
import {
  mayAnswerSuggestion,
  mayCommentOnReview,
  mayDecideReview,
  mayResolveThread,
  type Actor,
  type ReviewFacts,
} from '@common-ground/rules/access';
import { rulesOf, whereMarkedWordsStand } from '@common-ground/rules/content';
import type { VersionRow } from '../drafting/document.repository';
import { ReviewRepository, type CommentRow, type ReviewRow } from './review.repository';
import { judgesOf, othersIn, ReviewsInSight } from './reviews-in-sight';

/** What is said about the parts of a document, question and answer, through all its rounds. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly database: Database,
    private readonly inSight: ReviewsInSight,
    private readonly reviews: ReviewRepository,
    private readonly audit: Audit,
    private readonly repeats: Repeats,
  ) {}

  /** All comments of the document that the actor may see, oldest first. */
  async of(tx: Transaction, actor: Actor, review: ReviewRow): Promise<ReviewComment[]> {
    const found = await this.reviews.comments(tx, actor, review.documentId);
    return found.map((row) => presentComment(actor, review, row));
  }

  /**
   * A supervisor's comment waits for the verdict; a therapist's answer is sent at once.
   * @param key sent again under the same one, a comment is written once and answered the same
   */
  comment(actor: Actor, id: ReviewId, body: NewComment, key: string | null = null): Promise<ReviewComment> {
    return this.database.as(actor, async (tx) => {
      const review = await this.inSight.require(tx, actor, id);
      const because = demand(mayCommentOnReview(actor, review));
      const judges = mayDecideReview(actor, review).allowed;
      if (judges && review.state !== 'waiting') throw new Refusal('wrong-state', { because: review.state });
      const version = await this.inSight.version(tx, actor, review);
      if (
        !rulesOf(review.document.kind)
          .parts(version.content)
          .some((part) => part.id === body.blockId)
      ) {
        throw Refusal.field('blockId', 'not-a-block', 'This version has no such block.');
      }
      demandWords(review, version, body);
      const known = await this.reviews.comments(tx, actor, review.documentId);
      if (body.replyTo !== undefined && !known.some((comment) => comment.id === body.replyTo)) {
        throw Refusal.field('replyTo', 'not-a-comment', 'There is no such comment on this document.');
      }
      // What is remembered is which comment it is: its words stand in one place.
      const made = await this.repeats.once(tx, actor, key, ['comment', id, body], async () => {
        const commentId = await this.reviews.addComment(tx, actor, review, body, !judges);
        await this.audit.record(tx, actor, {
          action: 'reviews.comment',
          because,
          subjects: judges ? [review.therapistId] : othersIn(actor, judgesOf(review)),
          familyId: review.document.family?.id ?? null,
          documentId: review.documentId,
        });
        return { id: commentId };
      });
      return this.#one(tx, actor, review, made.id);
    });
  }

  /** Settles a thread or opens it again, in whatever round. What was said stays. */
  resolve(actor: Actor, id: ReviewId, commentId: CommentId, resolved: boolean): Promise<ReviewComment> {
    return this.#about(actor, id, commentId, async (tx, review, comment) => {
      const because = demand(mayResolveThread(actor, review, comment));
      await this.reviews.resolve(tx, actor, commentId, resolved);
      return { action: 'reviews.resolve', because, fields: [resolved ? 'resolved' : 'opened-again'] };
    });
  }

  /** The words themselves come into the draft as every change does: saved by their author, over a known revision. */
  answerSuggestion(
    actor: Actor,
    id: ReviewId,
    commentId: CommentId,
    answer: SuggestionAnswer,
  ): Promise<ReviewComment> {
    return this.#about(actor, id, commentId, async (tx, review, comment) => {
      const because = demand(mayAnswerSuggestion(actor, review, comment));
      await this.reviews.answerSuggestion(tx, actor, review, commentId, answer);
      return { action: 'reviews.answer-suggestion', because, fields: [answer] };
    });
  }

  /** An act about one comment: found, done, recorded, presented. */
  #about(
    actor: Actor,
    id: ReviewId,
    commentId: CommentId,
    act: (
      tx: Transaction,
      review: ReviewRow,
      comment: CommentRow,
    ) => Promise<Pick<AuditEntry, 'action' | 'because' | 'fields'>>,
  ): Promise<ReviewComment> {
    return this.database.as(actor, async (tx) => {
      const review = await this.inSight.require(tx, actor, id);
      const known = await this.reviews.comments(tx, actor, review.documentId);
      const comment = known.find((one) => one.id === commentId);
      if (comment === undefined) throw new Refusal('not-found');
      const done = await act(tx, review, comment);
      await this.audit.record(tx, actor, {
        ...done,
        subjects: othersIn(actor, [review.therapistId, ...judgesOf(review)]),
        familyId: review.document.family?.id ?? null,
        documentId: review.documentId,
      });
      return this.#one(tx, actor, review, commentId);
    });
  }

  async #one(tx: Transaction, actor: Actor, review: ReviewRow, id: CommentId): Promise<ReviewComment> {
    const comments = await this.of(tx, actor, review);
    const made = comments.find((comment) => comment.id === id);
    if (made === undefined) throw new Error('A comment just written cannot be read back.');
    return made;
  }
}

function presentComment(actor: Actor, review: ReviewFacts, row: CommentRow): ReviewComment {
  const {
    id,
    blockId,
    quote,
    prefix,
    suffix,
    text,
    author,
    state,
    at,
    replyTo,
    round,
    resolvedAt,
    suggestion,
  } = row;
  const words = { quote, prefix, suffix, text };
  const may = {
    resolve: mayResolveThread(actor, review, row).allowed,
    answerSuggestion: mayAnswerSuggestion(actor, review, row).allowed,
  };
  return { id, blockId, ...words, author, state, at, replyTo, round, resolvedAt, suggestion, may };
}

/** Other words are suggested for words that stand there, so that whoever takes them knows which ones go. */
function demandWords({ document }: ReviewRow, { content }: VersionRow, body: NewComment): void {
  if (body.suggestion === undefined) return;
  const parts = rulesOf(document.kind).parts(content);
  if (body.replyTo !== undefined || whereMarkedWordsStand(content, parts, body) === null)
    throw Refusal.field('suggestion', 'no-such-words', 'The quoted words do not stand in this part.');
}
