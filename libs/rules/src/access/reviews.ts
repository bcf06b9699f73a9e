import type { ReviewState } from '@common-ground/contract';
import { allow, forbidden, holds, unseen, type Actor, type Judgement } from './judgement';

export interface ReviewFacts {
  /** Addressed to the actor, who supervises the therapist today. */
  readonly isMine: boolean;
  /** The actor submitted it, or leads the document's family. */
  readonly isOnMyDocument: boolean;
  /** The actor began the document, made this version of it or wrote any draft of it. */
  readonly isAuthor: boolean;
  readonly state: ReviewState;
}

export function mayReadReview(_actor: Actor, facts: ReviewFacts): Judgement {
  if (facts.isMine) return allow('supervises-author');
  return facts.isOnMyDocument ? allow('leads-document') : unseen('no-path-to-review');
}

/** A supervisor comments while the review waits; the therapist answers whenever there is something to answer. */
export function mayCommentOnReview(actor: Actor, facts: ReviewFacts): Judgement {
  return mayReadReview(actor, facts);
}

/** Nobody judges their own document, whatever else they are. */
export function mayDecideReview(actor: Actor, facts: ReviewFacts): Judgement {
  const read = mayReadReview(actor, facts);
  if (!read.allowed) return read;
  if (facts.isAuthor) return forbidden('own-document');
  return facts.isMine && holds(actor, 'supervisor')
    ? allow('supervises-author')
    : forbidden('not-the-supervisor');
}
