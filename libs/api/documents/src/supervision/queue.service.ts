import { Injectable } from '@nestjs/common';
import { Cursors, Database, demand, Refusal, withOnePlan, type Place } from '@common-ground/api/platform';
import type { ReviewQueue, ReviewSummary } from '@common-ground/contract';
import { mayReadReviewQueue, type Actor } from '@common-ground/rules/access';
import type { QueueSearch } from './queue-search';
import { QueueRepository, type QueuePlace } from './queue.repository';
import { presentReviewSummary } from './review.presenter';

/** What waits for a verdict, and what was given one. */
@Injectable()
export class QueueService {
  constructor(
    private readonly database: Database,
    private readonly reviews: QueueRepository,
    private readonly cursors: Cursors,
  ) {}

  list(actor: Actor, search: QueueSearch, cursor: string | null, limit: number): Promise<ReviewQueue> {
    return this.database.as(actor, async (tx) => {
      demand(mayReadReviewQueue(actor));
      withOnePlan(tx);
      // A place in one list is none in another: whatever was searched for is signed along with it.
      const list = `reviews ${JSON.stringify(search)}`;
      const after = placeIn(this.cursors.read(actor, list, cursor));
      const [found, from] = await Promise.all([
        this.reviews.list(tx, actor, search, after, limit),
        this.reviews.senders(tx, actor),
      ]);
      const { items, next } = this.cursors.page(actor, list, found, limit, placeOf);
      return { items: items.map(presentReviewSummary), next, from };
    });
  }
}

/** What is due before no hour stands behind everything that is. */
const NO_HOUR = 'infinity';

function placeOf({ id, hour, submittedAt }: ReviewSummary): Place {
  return { at: `${hour?.startsAt ?? NO_HOUR}/${submittedAt}`, id };
}

function placeIn(place: Place | null): QueuePlace | null {
  if (place === null) return null;
  const [dueAt, submittedAt] = place.at.split('/');
  if (dueAt === undefined || submittedAt === undefined) throw new Refusal('malformed-cursor');
  return { dueAt, submittedAt, id: place.id };
}
