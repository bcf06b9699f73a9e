import type { Page } from '../lists';
import type { PersonName } from '../people/people';
import type { ReviewSummary } from './document';

/**
 * What is risky about a text that was sent for review, by weight. Worked out when it is sent, from the text itself and
 * from what was approved before.
 */
export const REVIEW_RISKS = [
  'safety-changed',
  'limits-changed',
  'sets-limits',
  'several-people',
  'kept-wording',
  'hard-to-read',
] as const;
export type ReviewRisk = (typeof REVIEW_RISKS)[number];

/** The next hour of the family with a document on its agenda: when it begins, and by whose clock. Nothing else of it. */
export interface HourAhead {
  readonly startsAt: string;
  readonly timeZone: string;
}

/** Which reviews are wanted: all one has to do with, or only those one is to judge. */
export const REVIEW_SIDES = ['to-judge'] as const;
export type ReviewSide = (typeof REVIEW_SIDES)[number];

/** First what is due before an hour, the next hour first; then what has waited longest. */
export interface ReviewQueue extends Page<ReviewSummary> {
  /** Whose texts come to the reader today, by name. */
  readonly from: readonly PersonName[];
}
