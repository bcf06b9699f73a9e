import type { MergeHindrance } from '@common-ground/contract';
import { allow, forbidden, holds, unseen, type Actor, type Judgement } from './judgement';

/** What stands between two records becoming one. The kept one stays, the duplicate is given up. */
export interface MergeFacts {
  /** Both are in a family of the actor's caseload. */
  readonly isSeen: boolean;
  /** Every family in which either has, or ever had, a place is on the actor's caseload. */
  readonly isAllMine: boolean;
  readonly isMerged: boolean;
  readonly hasWorkedHere: boolean;
  readonly isClientOfOther: boolean;
  readonly hasBlock: boolean;
  readonly speaksForOther: boolean;
  readonly hasBothBegun: boolean;
  readonly hasErasureWaiting: boolean;
  readonly keptIsConfirmed: boolean;
  readonly duplicateIsConfirmed: boolean;
}

/**
 * Whether it is this actor's to decide. Who leads only some of the families would decide about the others as well, so
 * a therapist merges what is wholly theirs.
 */
export function mayMerge(actor: Actor, facts: Pick<MergeFacts, 'isSeen' | 'isAllMine'>): Judgement {
  if (!holds(actor, 'therapist') || !facts.isSeen) return unseen('not-in-family');
  return facts.isAllMine ? allow('all-on-caseload') : forbidden('not-all-mine');
}

/**
 * Why two records stay two, in the order in which it is said; null when they may become one. Most of these say that
 * somebody once knew them to be two people.
 */
export function mergeHindrance(facts: MergeFacts): MergeHindrance | null {
  if (facts.isMerged) return 'merged-already';
  if (!facts.isAllMine) return 'not-all-mine';
  if (facts.hasWorkedHere) return 'works-here';
  if (facts.isClientOfOther) return 'client-of-the-other';
  if (facts.hasBlock) return 'block-between';
  if (facts.speaksForOther) return 'speaks-for-the-other';
  if (facts.hasBothBegun) return 'both-begun';
  if (facts.hasErasureWaiting) return 'erasure-waits';
  // Whoever signs in to the kept record would get what only the other was confirmed for.
  return facts.duplicateIsConfirmed && !facts.keptIsConfirmed ? 'kept-not-confirmed' : null;
}
