import { Injectable } from '@nestjs/common';
import {
  Audit,
  Cursors,
  Database,
  demand,
  Refusal,
  type Place,
  type Transaction,
} from '@common-ground/api/platform';
import type {
  AttachableDocument,
  AttachedDocument,
  AttachedText,
  DocumentId,
  Page,
  PersonId,
  ReviewId,
} from '@common-ground/contract';
import {
  mayAttach,
  mayReadAttached,
  mayReadReview,
  mayTakeOff,
  mayWorkOnDocument,
  type Actor,
} from '@common-ground/rules/access';
import { DocumentRepository, type DocumentRow } from '../drafting/document.repository';
import { DraftingService } from '../drafting/drafting.service';
import { AttachedRepository, type AttachablePlace } from './attached.repository';
import type { ReviewRow } from './review.repository';
import { judgesOf, othersIn, ReviewsInSight } from './reviews-in-sight';

/** What a therapist shows their supervisor along with a document: more of their own work with the same family. */
@Injectable()
export class AttachedService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly documents: DocumentRepository,
    private readonly inSight: ReviewsInSight,
    private readonly attached: AttachedRepository,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  attachable(
    actor: Actor,
    id: DocumentId,
    cursor: string | null,
    limit: number,
  ): Promise<Page<AttachableDocument>> {
    return this.database.as(actor, async (tx) => {
      demand(mayWorkOnDocument(actor, await this.drafting.require(tx, actor, id)));
      const list = `attachable ${id}`;
      const after = placeIn(this.cursors.read(actor, list, cursor));
      const found = await this.attached.attachable(tx, actor, id, after, limit);
      const { items, next } = this.cursors.page(actor, list, found, limit, placeOf);
      return {
        items: items
          .filter((row) => mayAttach(actor, row).allowed)
          .map(({ isMine: _mine, isOfFamily: _family, isItself: _itself, ...shown }) => shown),
        next,
      };
    });
  }

  /** Together with sending: all of them or nothing. What there is not and what is somebody else's are refused alike. */
  async attach(
    tx: Transaction,
    actor: Actor,
    document: DocumentRow,
    reviewId: ReviewId,
    wanted: readonly DocumentId[],
    supervisorId: PersonId,
  ): Promise<void> {
    if (wanted.length === 0) return;
    const done = await this.attached.attach(tx, actor, { id: document.id, reviewId }, wanted);
    if (done !== wanted.length)
      throw Refusal.field('attach', 'not-attachable', 'Only documents you wrote for this family go along.');
    const because = demand(mayAttach(actor, { isMine: true, isOfFamily: true, isItself: false }));
    for (const documentId of wanted)
      await this.audit.record(tx, actor, {
        action: 'documents.attach',
        because,
        subjects: [supervisorId],
        familyId: document.family?.id ?? null,
        documentId,
      });
  }

  /** By title, as far as the actor may know of them. */
  async of(tx: Transaction, actor: Actor, review: ReviewRow): Promise<AttachedDocument[]> {
    const found = await this.attached.of(tx, actor, review);
    return found.filter(
      ({ takenOffAt }) => mayReadAttached(actor, review, { isTakenOff: takenOffAt !== null }).allowed,
    );
  }

  read(actor: Actor, id: ReviewId, documentId: DocumentId): Promise<AttachedText> {
    return this.database.as(actor, async (tx) => {
      const review = await this.inSight.require(tx, actor, id);
      const found = await this.attached.text(tx, actor, review, documentId);
      if (found === null) throw new Refusal('not-found');
      const { attachedBy, ...text } = found;
      demand(mayReadAttached(actor, review, { isTakenOff: text.takenOffAt !== null }));
      // Told as every reading of a document is, to whoever wrote these words, and why they could be read.
      await this.audit.record(tx, actor, {
        action: 'documents.read',
        because: 'attached-to-review',
        subjects: othersIn(actor, [attachedBy]),
        familyId: review.document.family?.id ?? null,
        documentId,
      });
      return text;
    });
  }

  takeOff(actor: Actor, id: ReviewId, documentId: DocumentId): Promise<Page<AttachedDocument>> {
    return this.database.as(actor, async (tx) => {
      const seen = await this.inSight.require(tx, actor, id);
      demand(mayReadReview(actor, seen));
      // A verdict that comes at this moment is given with it or without it, and never half of each.
      await this.documents.lock(tx, actor, seen.documentId);
      const review = await this.inSight.require(tx, actor, id);
      const because = demand(mayTakeOff(actor, review, { isJudged: isJudged(review) }));
      const text = await this.attached.text(tx, actor, review, documentId);
      if (text === null) throw new Refusal('not-found');
      if (await this.attached.takeOff(tx, actor, review, documentId))
        await this.audit.record(tx, actor, {
          action: 'reviews.take-off',
          because,
          subjects: othersIn(actor, judgesOf(review)),
          familyId: review.document.family?.id ?? null,
          documentId,
        });
      return { items: await this.of(tx, actor, review), next: null };
    });
  }
}

/** What went along before stands first. */
const BEFORE = 'before';

function placeOf({ wasAttached, updatedAt, id }: AttachablePlace): Place {
  return { at: `${wasAttached ? BEFORE : ''}/${updatedAt}`, id };
}

function placeIn(place: Place | null): AttachablePlace | null {
  if (place === null) return null;
  const [before, updatedAt] = place.at.split('/');
  if (updatedAt === undefined) throw new Refusal('malformed-cursor');
  return { wasAttached: before === BEFORE, updatedAt, id: place.id };
}

/** What the first of two has judged stays as it was for the second. */
export function isJudged({ state, act }: Pick<ReviewRow, 'state' | 'act'>): boolean {
  return state !== 'waiting' || act === 'co-sign';
}
