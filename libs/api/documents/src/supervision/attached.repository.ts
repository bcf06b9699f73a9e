import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, iso, rows, type Transaction } from '@common-ground/api/platform';
import type {
  AttachableDocument,
  AttachedDocument,
  AttachedText,
  DocumentId,
  PersonId,
  ReviewId,
} from '@common-ground/contract';
import type { Actor, AttachableFacts } from '@common-ground/rules/access';
import { WORKS_ON } from '../drafting/sight';
import type { ReviewRow } from './review.repository';

/** Where a page of what may go along ends. */
export interface AttachablePlace {
  readonly wasAttached: boolean;
  readonly updatedAt: string;
  readonly id: string;
}

export type AttachableRow = AttachableDocument & AttachableFacts;

const ATTACHED = `a.document_id as "documentId", a.kind, a.title, ${iso('a.attached_at')} as "attachedAt",
  ${iso('a.taken_off_at')} as "takenOffAt"`;
/** What went along with the review, or with the first of the two whose second signature it is. */
const OF_REVIEW = 'a.practice_id = $1 and a.review_id = $2';
/** The plan of an hour is read in the review of its own and nowhere else. */
const GOES_ALONG = `d.kind <> 'hour-plan'`;

@Injectable()
export class AttachedRepository {
  /** What the actor wrote for the same family: first what went along before, then what was changed last. */
  attachable(
    tx: Transaction,
    actor: Actor,
    id: DocumentId,
    after: AttachablePlace | null,
    limit: number,
  ): Promise<AttachableRow[]> {
    return rows(
      tx,
      `select d.id, d.kind, t.title, ${iso('d.updated_at')} as "updatedAt", d.author_id = $2 as "isMine",
         ${WORKS_ON} as "isOfFamily", d.id = $3 as "isItself", w.went as "wasAttached"
       from document d join document_draft t on t.practice_id = d.practice_id and t.document_id = d.id
         cross join lateral (select exists (select from attached_document a
           where a.practice_id = d.practice_id and a.document_id = d.id and a.taken_off_at is null
             and a.review_id = (select r.id from review r
               where r.practice_id = d.practice_id and r.document_id = $3 and r.act = 'approve'
               order by r.submitted_at desc limit 1))) w (went)
       where d.practice_id = $1 and d.author_id = $2 and d.id <> $3 and ${GOES_ALONG} and ${WORKS_ON}
         and d.family_id = (select f.family_id from document f where f.practice_id = $1 and f.id = $3)
         and ($4::boolean is null or (w.went, d.updated_at, d.id) < ($4::boolean, $5::timestamptz, $6::uuid))
       order by w.went desc, d.updated_at desc, d.id desc limit $7`,
      [
        ...[actor.practiceId, actor.personId, id],
        ...[after?.wasAttached ?? null, after?.updatedAt ?? null, after?.id ?? null, limit + 1],
      ],
    );
  }

  /** In the words they have at this moment. Answers those that there are to attach. */
  async attach(
    tx: Transaction,
    actor: Actor,
    { id, reviewId }: { readonly id: DocumentId; readonly reviewId: ReviewId },
    documentIds: readonly DocumentId[],
  ): Promise<number> {
    return changedRows(
      tx,
      `insert into attached_document (practice_id, review_id, document_id, family_id, kind, title, content, attached_by)
       select d.practice_id, $3, d.id, d.family_id, d.kind, t.title, t.content, $2
       from document d join document_draft t on t.practice_id = d.practice_id and t.document_id = d.id
       where d.practice_id = $1 and d.author_id = $2 and d.id <> $4 and d.id = any ($5) and ${GOES_ALONG}
         and ${WORKS_ON}
         and d.family_id = (select f.family_id from document f where f.practice_id = $1 and f.id = $4)`,
      [actor.practiceId, actor.personId, reviewId, id, documentIds],
    );
  }

  of(tx: Transaction, actor: Actor, review: ReviewRow): Promise<AttachedDocument[]> {
    return rows(
      tx,
      `select ${ATTACHED} from attached_document a where ${OF_REVIEW} order by a.title, a.document_id`,
      [actor.practiceId, review.firstReviewId],
    );
  }

  /** With whose words they are. */
  text(
    tx: Transaction,
    actor: Actor,
    review: ReviewRow,
    id: DocumentId,
  ): Promise<(AttachedText & { readonly attachedBy: PersonId }) | null> {
    return firstRow(
      tx,
      `select ${ATTACHED}, a.content, a.attached_by as "attachedBy" from attached_document a where ${OF_REVIEW} and a.document_id = $3`,
      [actor.practiceId, review.firstReviewId, id],
    );
  }

  /** What is off stays off since when it was. */
  async takeOff(tx: Transaction, actor: Actor, review: ReviewRow, id: DocumentId): Promise<boolean> {
    const off = await changedRows(
      tx,
      `update attached_document a set taken_off_at = now()
       where ${OF_REVIEW} and a.document_id = $3 and a.taken_off_at is null`,
      [actor.practiceId, review.id, id],
    );
    return off === 1;
  }
}
