import type { PersonId, SupervisionState } from '@common-ground/contract';
import { allow, forbidden, holds, type Actor, type Judgement } from './judgement';
import { mayAdministerPractice } from './practice';

/**
 * Admins give roles to others and never to themselves: whoever runs the people of a practice does not let themselves
 * in to what families write.
 */
export function mayGiveRole(actor: Actor, to: PersonId): Judgement {
  if (!holds(actor, 'admin')) return forbidden('not-an-admin');
  return to === actor.personId ? forbidden('own-role') : allow('is-admin');
}

/** Admins end anybody's roles, their own as well. That one admin stays is a matter of facts, not of rights. */
export function mayEndRole(actor: Actor): Judgement {
  return mayAdministerPractice(actor);
}

/**
 * What stands behind somebody's name where they sign is written down by an admin who is not that person. Only somebody
 * else's hand gives an admin a role in which they sign, so there is always another one to ask.
 */
export function mayChangeCredentials(actor: Actor, of: PersonId): Judgement {
  if (!holds(actor, 'admin')) return forbidden('not-an-admin');
  return of === actor.personId ? forbidden('own-credentials') : allow('is-admin');
}

/** Admins pair supervisors with therapists, but do not make themselves anybody's supervisor. */
export function mayPairSupervisor(actor: Actor, supervisor: PersonId): Judgement {
  if (!holds(actor, 'admin')) return forbidden('not-an-admin');
  return supervisor === actor.personId ? forbidden('own-supervision') : allow('is-admin');
}

/** Mail about reviews is for those whom reviews are about. */
export function mayChooseReviewMail(actor: Actor): Judgement {
  return holds(actor, 'therapist') || holds(actor, 'supervisor')
    ? allow('own-choice')
    : forbidden('has-no-reviews');
}

/** Days are `YYYY-MM-DD` in the practice's time zone. What ended before it began never was. */
export interface SupervisionDays {
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** First and last day both count. */
export function supervisionState(days: SupervisionDays, today: string): SupervisionState {
  if (days.untilOn !== null && (days.untilOn < today || days.untilOn < days.fromOn)) return 'ended';
  return days.fromOn > today ? 'to-come' : 'in-force';
}

/** Whether one of the pairs is in force on a day. */
export function pairCovers(day: string, pairs: readonly SupervisionDays[]): boolean {
  return pairs.some((pair) => supervisionState(pair, day) === 'in-force');
}

/** Whether a pair that begins on a day would stand beside another of the same two people. */
export function pairOverlaps(fromOn: string, others: readonly SupervisionDays[]): boolean {
  return others.some((other) => other.untilOn === null || other.untilOn >= fromOn);
}
