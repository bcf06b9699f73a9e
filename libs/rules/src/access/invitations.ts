import type { MemberState } from '@common-ground/contract';

/**
 * What an invitation does for somebody in this state: they accept their place, or, having one, they get a new code and
 * PIN from their therapist in person. Null for those who are no longer part.
 */
export function invitationSort(state: MemberState): 'accept' | 'new-pin' | null {
  if (state === 'removed') return null;
  return state === 'invited' || state === 'accepted' ? 'accept' : 'new-pin';
}
