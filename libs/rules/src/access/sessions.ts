import type { MemberId, MemberState, PersonId, SessionReply, StaysAway } from '@common-ground/contract';
import type { FamilyFacts } from './families';
import { allow, forbidden, holds, unseen, type Actor, type Judgement } from './judgement';
import { mayMeet, type ApartInFamily } from './keeping-apart';

/** The plan of one hour, by its id: to everybody but the family's therapists it does not exist, members included. */
export function mayPlanSession(actor: Actor, facts: FamilyFacts): Judgement {
  return facts.onCaseload && holds(actor, 'therapist') ? allow('on-caseload') : unseen('therapists-only');
}

/** Being asked to an hour, and what is answered: to everybody but the one who is asked it does not exist. */
export function mayReplyToAsking(actor: Actor, facts: { readonly personId: PersonId }): Judgement {
  return facts.personId === actor.personId ? allow('is-asked') : unseen('not-asked');
}

export interface AskingFacts {
  readonly personId: PersonId;
  readonly reply: SessionReply | null;
  readonly calledOff: boolean;
}

/** Following an hour while it runs: whoever is asked, unless they said that they cannot come. */
export function mayFollowSession(actor: Actor, facts: AskingFacts): Judgement {
  if (facts.personId !== actor.personId) return unseen('not-asked');
  if (facts.calledOff) return forbidden('called-off');
  return facts.reply === 'cannot' ? forbidden('cannot-come') : allow('is-asked');
}

/**
 * Why a member cannot be asked to an hour to which these others come; null when nothing stands in the way. A hold
 * stands in the way of every hour with the family, a block only of one to which the other person comes.
 */
export function staysAway(
  member: { readonly id: MemberId; readonly state: MemberState },
  others: readonly MemberId[],
  apart: ApartInFamily,
): StaysAway | null {
  if (member.state !== 'confirmed') return 'member-not-confirmed';
  if (apart.holds.includes(member.id)) return 'held';
  // A hold on somebody else keeps that person away and nobody from coming.
  const isBlocked = others.some((other) => !mayMeet(member.id, other, { ...apart, holds: [] }).allowed);
  return isBlocked ? 'blocked' : null;
}
