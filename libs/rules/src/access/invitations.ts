import type { MailHindrance, MemberState } from '@common-ground/contract';

/**
 * What an invitation does for somebody in this state: they accept their place, or, having one, they get a new code and
 * PIN from their therapist in person. Null for those who are no longer part.
 */
export function invitationSort(state: MemberState): 'accept' | 'new-pin' | null {
  if (state === 'removed') return null;
  return state === 'invited' || state === 'accepted' ? 'accept' : 'new-pin';
}

/** What is known about a person's address, where mail can be sent at all. */
export interface AddressFacts {
  readonly isAddress: boolean;
  /** Somebody else on the same caseload has the same contact. */
  readonly isShared: boolean;
  /** Nothing is written down about how they are safe to reach, or that it is e-mail. */
  readonly isSafe: boolean;
}

/**
 * What stands in the way of an invitation by mail. Two people with one address could open each other's, so theirs are
 * handed over; and a new code for somebody who has access already is never sent.
 */
export function mailHindrance(sort: 'accept' | 'new-pin', address: AddressFacts): MailHindrance | null {
  if (sort === 'new-pin') return 'in-person-only';
  if (!address.isAddress) return 'no-address';
  if (address.isShared) return 'contact-shared';
  return address.isSafe ? null : 'not-safe';
}
