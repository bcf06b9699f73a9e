import { Injectable } from '@nestjs/common';
import { Refusal, type Transaction } from '@common-ground/api/platform';
import type { PersonId, ReviewId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { DocumentRepository, type VersionRow } from '../drafting/document.repository';
import { ReviewRepository, type ReviewRow } from './review.repository';

/** A review and the version it judges as the actor may see them, or a refusal that says they do not exist. */
@Injectable()
export class ReviewsInSight {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly documents: DocumentRepository,
  ) {}

  async require(tx: Transaction, actor: Actor, id: ReviewId): Promise<ReviewRow> {
    const review = await this.reviews.find(tx, actor, id);
    if (review === null) throw new Refusal('not-found');
    return review;
  }

  async version(tx: Transaction, actor: Actor, review: ReviewRow): Promise<VersionRow> {
    const version = await this.documents.version(tx, actor, review.versionId);
    if (version === null) throw new Refusal('not-found');
    return version;
  }
}

/** Whose comments and verdict they are: whom it was asked of, and whoever decided in their name. */
export function judgesOf({ to, decidedBy }: Pick<ReviewRow, 'to' | 'decidedBy'>): PersonId[] {
  return decidedBy === null ? [to.id] : [to.id, decidedBy.id];
}

/** Everybody of these but the actor, once. */
export function othersIn(actor: Actor, people: readonly PersonId[]): PersonId[] {
  return [...new Set(people)].filter((person) => person !== actor.personId);
}
