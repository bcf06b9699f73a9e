import type { Change, Document, DocumentState } from '../documents/document';

/** Where the plan of an hour stands with its supervisor: never sent, or like a document that is not shared. */
export type PlanReviewState = 'unsent' | Exclude<DocumentState, 'shared'>;

/** How the plan of an hour stands with its supervisor, for those who lead the family. */
export interface PlanReview extends Pick<Document, 'review' | 'approvedVersion' | 'supervision'> {
  readonly state: PlanReviewState;
  /** The newest version sent; null before the first. */
  readonly version: number | null;
  /** Somebody has to approve it: the pair says so, or the practice. Nobody is kept from asking people to the hour. */
  readonly mustBeApproved: boolean;
  /** The plan is not what was sent last: something in it was changed since, whether it matters or not. */
  readonly changedSinceSent: boolean;
  /** Approved, and changed since in something that matters: what, in reading order. */
  readonly anotherLook: readonly Change[];
  readonly may: { readonly submit: boolean; readonly takeBack: boolean };
}
