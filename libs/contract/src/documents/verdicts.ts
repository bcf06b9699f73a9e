import type { ReviewId } from '../ids';
import type { Verdict } from './document';

/** A verdict as it was sent: over which text, under which name and credentials, when, and in which words. */
export interface GivenVerdict {
  readonly verdict: Verdict;
  readonly summary: string;
  readonly name: string;
  readonly credentials: string;
  /** The supervisor for whom they stood in, by the name of then. */
  readonly forName: string | null;
  readonly at: string;
  readonly version: number;
  readonly versionHash: string;
  /** Null for its judge where that round was taken back since: there is nothing to open. */
  readonly reviewId: ReviewId | null;
}
