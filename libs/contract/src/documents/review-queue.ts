import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import type { CommentId } from '../ids';
import { LIMITS } from '../limits';
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
  'audience-changed',
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

/** A comment that its author can send no more, in their own words and none of the document's. */
export interface UnsentComment {
  readonly id: CommentId;
  readonly text: string;
  /** Other words they would have suggested. */
  readonly suggestion: string | null;
  readonly at: string;
}

/** Which of them go for good. */
export class DiscardComments {
  @IsArray()
  @ArrayMaxSize(LIMITS.pageSize)
  @IsUUID(undefined, { each: true })
  ids!: CommentId[];
}

/** What waits between two colleagues: how many texts, and since when the first. */
export interface ReviewsWaiting {
  readonly supervisor: PersonName;
  readonly therapist: PersonName;
  readonly waiting: number;
  readonly since: string;
}

/** The verdicts of one month, `YYYY-MM` of the practice, and how long they were waited for. */
export interface ReviewMonth {
  readonly month: string;
  readonly decided: number;
  readonly medianHours: number;
  readonly longestHours: number;
  /** How many documents they were about, and the most rounds one of them took by then. */
  readonly documents: number;
  readonly rounds: number;
}

/** How long texts wait for a review, for whoever runs the practice: nothing of any document or family. */
export interface ReviewTimes {
  /** The longest wait first. */
  readonly waiting: readonly ReviewsWaiting[];
  /** The latest twelve with a verdict in them, the latest first. */
  readonly months: readonly ReviewMonth[];
}
