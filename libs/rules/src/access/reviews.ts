import type { RoundState } from '@common-ground/contract';
import { allow, forbidden, holds, isStaff, unseen, type Actor, type Judgement } from './judgement';

export interface ReviewFacts {
  /** Addressed to the actor, who supervises the therapist today. */
  readonly isMine: boolean;
  /** Addressed to a supervisor of the therapist, for whom the actor stands in today. */
  readonly standsIn: boolean;
  /** The actor submitted it, or leads the document's family. */
  readonly isOnMyDocument: boolean;
  /** The actor began the document, made this version of it or wrote any draft of it, whenever that was. */
  readonly isAuthor: boolean;
  /** Of two signatures under this version the actor gave the other one, or is the one who is to give it. */
  readonly signsTheOther: boolean;
  readonly state: RoundState;
}

export function mayReadReview(_actor: Actor, facts: ReviewFacts): Judgement {
  if (facts.isMine) return allow('supervises-author');
  if (facts.standsIn) return allow('stands-in');
  return facts.isOnMyDocument ? allow('leads-document') : unseen('no-path-to-review');
}

/** A supervisor comments while the review waits; the therapist answers whenever there is something to answer. */
export function mayCommentOnReview(actor: Actor, facts: ReviewFacts): Judgement {
  const read = mayReadReview(actor, facts);
  const isAsked = facts.isMine || facts.isOnMyDocument;
  return read.allowed && facts.signsTheOther && !isAsked ? forbidden('signs-the-other') : read;
}

/**
 * Nobody judges their own document, whatever else they are. And two signatures are those of two people, also while one
 * of them stands in for the other.
 */
export function mayDecideReview(actor: Actor, facts: ReviewFacts): Judgement {
  const read = mayReadReview(actor, facts);
  if (!read.allowed) return read;
  if (facts.isAuthor) return forbidden('own-document');
  if (facts.signsTheOther) return forbidden('signs-the-other');
  if (!holds(actor, 'supervisor')) return forbidden('not-the-supervisor');
  if (facts.isMine) return allow('supervises-author');
  return facts.standsIn ? allow('stands-in') : forbidden('not-the-supervisor');
}

/** How the actor stands to the comment a thread begins with. */
export interface ThreadFacts {
  readonly isMine: boolean;
  readonly isSent: boolean;
  /** It answers another one, so there is no thread to settle here. */
  readonly isReply: boolean;
  /** It says other words for the quoted ones. */
  readonly suggests: boolean;
}

/** Whose words they are decides which words stand; whoever suggests others never writes them in. */
export function mayAnswerSuggestion(
  actor: Actor,
  review: ReviewFacts,
  { isSent, suggests }: Pick<ThreadFacts, 'isSent' | 'suggests'>,
): Judgement {
  const read = mayReadReview(actor, review);
  if (!read.allowed) return read;
  if (!isSent || !suggests) return forbidden('no-suggestion');
  return review.isOnMyDocument && holds(actor, 'therapist')
    ? allow('leads-document')
    : forbidden('only-reads-document');
}

/** What somebody wrote and could not send is theirs, also when they judge nothing here any more. */
export function mayKeepUnsentComments(actor: Actor): Judgement {
  return isStaff(actor) ? allow('own-words') : forbidden('not-staff');
}

/** Whoever asked a question says when it is answered. */
export function mayResolveThread(actor: Actor, review: ReviewFacts, thread: ThreadFacts): Judgement {
  const read = mayReadReview(actor, review);
  if (!read.allowed) return read;
  if (thread.isReply || !thread.isSent) return forbidden('no-thread-to-settle');
  return thread.isMine ? allow('began-the-thread') : forbidden('began-by-somebody-else');
}
