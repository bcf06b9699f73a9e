import { Injectable } from '@nestjs/common';
import { personAt } from '@common-ground/api/people';
import { iso, rows, type Transaction } from '@common-ground/api/platform';
import type { ReviewMonth, ReviewsWaiting } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

/** Counted by the database for whoever runs the practice; for anybody else there is nothing to count. */
@Injectable()
export class ReviewTimesRepository {
  /** Between which two people something waits, the longest wait first. */
  waiting(tx: Transaction, actor: Actor): Promise<ReviewsWaiting[]> {
    return rows(
      tx,
      `select ${personAt('w', 'supervisor_id')} as supervisor, ${personAt('w', 'therapist_id')} as therapist, w.waiting,
         ${iso('w.since')} as since
       from (select $1::uuid as practice_id, r.* from access.reviews_waiting() r) w
       order by w.since, w.supervisor_id, w.therapist_id`,
      [actor.practiceId],
    );
  }

  /** The latest months in which something was judged, the latest first. */
  months(tx: Transaction, atMost: number): Promise<ReviewMonth[]> {
    return rows(
      tx,
      `select month, decided, round(median_hours)::int as "medianHours", round(longest_hours)::int as "longestHours",
         documents, rounds
       from access.review_months() order by month desc limit $1`,
      [atMost],
    );
  }
}
