import { Injectable } from '@nestjs/common';
import { personAt } from '@common-ground/api/people';
import {
  changedRows,
  firstRow,
  iso,
  newId,
  Refusal,
  rows,
  type Transaction,
  insertRow,
  perform,
} from '@common-ground/api/platform';
import type {
  CommentId,
  Decision,
  DocumentId,
  HourAhead,
  NewComment,
  PersonId,
  Review,
  ReviewComment,
  ReviewId,
  ReviewRisk,
  ReviewSummary,
  SuggestionAnswer,
  SupervisionId,
} from '@common-ground/contract';
import type { Actor, ReviewFacts, ThreadFacts } from '@common-ground/rules/access';
import type { VersionId } from '../drafting/document.entity';
import type { DocumentRow, VersionRow } from '../drafting/document.repository';
import { ReviewCommentEntity, ReviewEntity } from './review.entity';
import { REVIEWS } from './reviews-of';

export interface ReviewRow extends Omit<ReviewSummary, 'hour'>, ReviewFacts {
  readonly documentId: DocumentId;
  readonly versionId: VersionId;
  readonly summary: string | null;
  readonly therapistId: PersonId;
  /** With which what was attached went along: itself, or the first of two whose second signature it is. */
  readonly firstReviewId: ReviewId;
  readonly notebookId: SupervisionId | null;
  readonly repliesSeenBy: Review['repliesSeenBy'];
}

/** What is worked out about a text when it is sent. */
export interface Foreseen {
  readonly risks: readonly ReviewRisk[];
  /** Who would read what is answered to it. */
  readonly seenBy: readonly PersonId[];
  /** Who of them did not when it was approved before. */
  readonly newlySeenBy: readonly PersonId[];
}

export type CommentRow = Omit<ReviewComment, 'may'> & ThreadFacts;

@Injectable()
export class ReviewRepository {
  find(tx: Transaction, actor: Actor, id: ReviewId): Promise<ReviewRow | null> {
    return firstRow(tx, `${REVIEWS} and r.id = $3`, [actor.practiceId, actor.personId, id]);
  }

  /** When what waits is needed. It goes through all coming hours, so it is asked for only where it is told. */
  hourAhead(tx: Transaction, documentId: DocumentId): Promise<HourAhead | null> {
    return firstRow(
      tx,
      `select ${iso('h.starts_at')} as "startsAt", h.time_zone as "timeZone" from access.hours_ahead() h
       where h.document_id = $1`,
      [documentId],
    );
  }

  async add(
    tx: Transaction,
    actor: Actor,
    document: DocumentRow,
    version: VersionRow,
    supervisor: Pick<DocumentRow['supervisors'][number], 'id' | 'therapistId'>,
    note: string,
    { risks, seenBy, newlySeenBy }: Foreseen,
  ): Promise<ReviewId> {
    const id = newId<'review'>();
    const done = await firstRow<{ round: number }>(
      tx,
      `select count(*)::int + 1 as round from review r
       where r.practice_id = $1 and r.document_id = $2 and r.verdict = 'ask-for-changes'
         and r.decided_at > coalesce((select max(a.decided_at) from review a
           where a.practice_id = $1 and a.document_id = $2 and a.verdict = 'approve'), '-infinity')`,
      [actor.practiceId, document.id],
    );
    await insertRow(tx, ReviewEntity, {
      practiceId: actor.practiceId,
      id,
      documentId: document.id,
      versionId: version.id,
      familyId: document.family?.id ?? null,
      therapistId: supervisor.therapistId,
      supervisorId: supervisor.id,
      supervisionId: null,
      firstReviewId: null,
      act: 'approve',
      round: done?.round ?? 1,
      note,
      state: 'waiting',
      verdict: null,
      versionHash: null,
      decidedBy: null,
      commentedAt: null,
      risks: [...risks],
      repliesSeenBy: [...seenBy],
      repliesNewlySeenBy: [...newlySeenBy],
      decidedAt: null,
    });
    return id;
  }

  /** Takes a waiting review out of the queue, when its document is reopened. */
  async withdraw(tx: Transaction, actor: Actor, documentId: DocumentId): Promise<void> {
    await perform(
      tx,
      `update review set state = 'withdrawn' where practice_id = $1 and document_id = $2 and state = 'waiting'`,
      [actor.practiceId, documentId],
    );
  }

  /** False where the supervision under which it waited has ended meanwhile. */
  async decide(tx: Transaction, actor: Actor, id: ReviewId, decision: Decision): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update review set state = 'decided', verdict = $3, version_hash = $4, decided_by = $5, decided_at = now()
       where practice_id = $1 and id = $2 and state = 'waiting'`,
      [actor.practiceId, id, decision.verdict, decision.versionHash, actor.personId],
    );
    return changed === 1;
  }

  /** Asks whom the actor's pair names to sign what they approved; null where one signature is enough. */
  async askCoSignature(tx: Transaction, id: ReviewId): Promise<PersonId | null> {
    const asked = await firstRow<{ signer: PersonId | null }>(
      tx,
      `select access.ask_co_signature($1) as signer`,
      [id],
    ).catch(coSignerGone);
    return asked?.signer ?? null;
  }

  /** That something was sent without a verdict, and when; the review goes on waiting. */
  async commented(tx: Transaction, actor: Actor, id: ReviewId): Promise<void> {
    await perform(
      tx,
      `update review set commented_at = now() where practice_id = $1 and id = $2 and state = 'waiting'`,
      [actor.practiceId, id],
    );
  }

  /** Comments of all rounds that the actor may see: those sent, and their own. */
  comments(tx: Transaction, actor: Actor, documentId: DocumentId): Promise<CommentRow[]> {
    return rows(
      tx,
      `select c.id, c.block_id as "blockId", c.quote, c.prefix, c.suffix, c.text, c.reply_to as "replyTo", coalesce(r.round, 1) as round,
         case when c.sent_at is null then 'pending' else 'sent' end as state, ${iso('c.written_at')} as at,
         ${iso('c.resolved_at')} as "resolvedAt", ${personAt('c', 'author_id')} as author,
         c.author_id = $2 as "isMine", c.sent_at is not null as "isSent", c.reply_to is not null as "isReply",
         c.suggestion is not null as suggests, case when c.suggestion is not null then
           json_build_object('words', c.suggestion, 'answer', s.answer) end as suggestion
       from review_comment c
         left join suggestion_answer s on s.practice_id = c.practice_id and s.comment_id = c.id
         left join review r on r.practice_id = c.practice_id and r.id = c.review_id
       where c.practice_id = $1 and c.document_id = $3 and c.discarded_at is null
         and (c.sent_at is not null or c.author_id = $2)
       order by c.written_at, c.id`,
      [actor.practiceId, actor.personId, documentId],
    );
  }

  async addComment(
    tx: Transaction,
    actor: Actor,
    review: ReviewRow,
    body: NewComment,
    sent: boolean,
  ): Promise<CommentId> {
    const id = newId<'comment'>();
    await insertRow(tx, ReviewCommentEntity, {
      practiceId: actor.practiceId,
      id,
      reviewId: review.id,
      documentId: review.documentId,
      familyId: review.document.family?.id ?? null,
      therapistId: review.therapistId,
      authorId: actor.personId,
      blockId: body.blockId,
      quote: body.quote,
      prefix: body.prefix,
      suffix: body.suffix,
      text: body.text,
      suggestion: body.suggestion ?? null,
      replyTo: body.replyTo ?? null,
      sentAt: sent ? new Date() : null,
      resolvedAt: null,
      discardedAt: null,
    });
    return id;
  }

  /** Sends what the actor has written on a document and not sent yet, also in a round that was withdrawn since. */
  async sendComments(tx: Transaction, actor: Actor, id: DocumentId): Promise<void> {
    await perform(
      tx,
      `update review_comment set sent_at = now()
       where practice_id = $1 and author_id = $2 and document_id = $3 and sent_at is null
         and discarded_at is null`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** What became of suggested words; whoever thinks again says so. */
  async answerSuggestion(
    tx: Transaction,
    actor: Actor,
    { documentId }: ReviewRow,
    id: CommentId,
    answer: SuggestionAnswer,
  ): Promise<void> {
    await perform(
      tx,
      `insert into suggestion_answer (practice_id, comment_id, document_id, answer, answered_by)
       values ($1, $2, $3, $4, $5)
       on conflict (practice_id, comment_id) do update set answer = $4, answered_by = $5, answered_at = now()`,
      [actor.practiceId, id, documentId, answer, actor.personId],
    );
  }

  async resolve(tx: Transaction, actor: Actor, id: CommentId, resolved: boolean): Promise<void> {
    await perform(
      tx,
      `update review_comment set resolved_at = case when $3 then coalesce(resolved_at, now()) end
       where practice_id = $1 and id = $2 and author_id = $4`,
      [actor.practiceId, id, resolved, actor.personId],
    );
  }

  /** The version approved last, whoever approved it, and how many people have one of the document's versions. */
  knownBefore(
    tx: Transaction,
    actor: Actor,
    id: DocumentId,
  ): Promise<{ approvedId: VersionId | null; seenBy: readonly PersonId[] | null; readers: number } | null> {
    return firstRow(
      tx,
      `select a.version_id as "approvedId", a.replies_seen_by as "seenBy",
         (select count(distinct t.member_id)::int from task t
             join share s on s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null
           where t.practice_id = $1 and t.document_id = $2) as readers
       from (values (1)) one left join lateral (select r.version_id, r.replies_seen_by from review r
           where r.practice_id = $1 and r.document_id = $2 and r.verdict = 'approve'
           order by r.decided_at desc limit 1) a on true`,
      [actor.practiceId, id],
    );
  }

  /** The version whoever judges judged last before this review, in whatever round; what others judged they never read. */
  previousVersion(tx: Transaction, actor: Actor, review: ReviewRow): Promise<{ id: VersionId } | null> {
    const judges = review.state === 'waiting' && (review.isMine || review.standsIn);
    const judge = judges ? actor.personId : (review.decidedBy ?? review.to).id;
    return firstRow(
      tx,
      `select r.version_id as id from review r
       where r.practice_id = $1 and r.document_id = $2 and r.state = 'decided' and r.submitted_at < $3::timestamptz
         and r.decided_by = $4
       order by r.submitted_at desc limit 1`,
      [actor.practiceId, review.documentId, review.submittedAt, judge],
    );
  }
}

/** The database asks nobody for a signature who could not read what they sign. */
function coSignerGone(failure: unknown): never {
  if (failure instanceof Error && 'code' in failure && failure.code === 'CG001')
    throw new Refusal('co-signer-not-supervising');
  throw failure;
}
