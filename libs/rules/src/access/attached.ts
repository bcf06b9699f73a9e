import { allow, forbidden, holds, unseen, type Actor, type Judgement } from './judgement';
import { mayReadReview, type ReviewFacts } from './reviews';

/** How a document stands to the one it is to go along with. */
export interface AttachableFacts {
  /** The actor began it. */
  readonly isMine: boolean;
  /** Both are of one family, and it is on the actor's caseload. */
  readonly isOfFamily: boolean;
  /** It is the one that is sent for review. */
  readonly isItself: boolean;
}

/** A therapist shows of their own work with the same family; no family's words go along, and nobody else's. */
export function mayAttach(actor: Actor, { isMine, isOfFamily, isItself }: AttachableFacts): Judgement {
  if (!isOfFamily || isItself) return unseen('nothing-to-attach');
  return isMine && holds(actor, 'therapist') ? allow('own-document') : forbidden('somebody-elses');
}

/** Whoever may read the review reads what goes along with it; of what was taken off only those who wrote it know. */
export function mayReadAttached(
  actor: Actor,
  review: ReviewFacts,
  { isTakenOff }: { readonly isTakenOff: boolean },
): Judgement {
  const read = mayReadReview(actor, review);
  return isTakenOff && !review.isOnMyDocument ? unseen('was-taken-off') : read;
}

/** Until there is a verdict: what was judged with it stays with it, also for a second signature. */
export function mayTakeOff(
  actor: Actor,
  review: ReviewFacts,
  { isJudged }: { readonly isJudged: boolean },
): Judgement {
  const read = mayReadReview(actor, review);
  if (!read.allowed) return read;
  if (!review.isOnMyDocument || !holds(actor, 'therapist')) return forbidden('only-reads-document');
  return isJudged ? forbidden('is-judged') : allow('leads-document');
}
