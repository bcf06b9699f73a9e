import { allow, forbidden, holds, unseen, type Actor, type Judgement } from './judgement';

/** How the actor is part of it that somebody stands in for a supervisor. */
export interface StandInFacts {
  /** The actor is the supervisor who is away. */
  readonly isForMe: boolean;
  /** The actor stands in. */
  readonly isMe: boolean;
  /** Its last day is over, or it was called off before it began. */
  readonly isOver: boolean;
}

/** Only supervisors are away from reviews, and only supervisors stand in. */
export function mayHaveStandIns(actor: Actor): Judgement {
  return holds(actor, 'supervisor') ? allow('is-supervisor') : forbidden('not-a-supervisor');
}

/** Nobody is handed what somebody else judges but by that person; what is over says who could read what, and stays. */
export function mayChangeStandIn(actor: Actor, { isForMe, isMe, isOver }: StandInFacts): Judgement {
  if (!isForMe && !isMe) return unseen('not-between-them');
  if (!isForMe || !holds(actor, 'supervisor')) return forbidden('not-the-supervisor');
  return isOver ? forbidden('is-over') : allow('own-absence');
}
