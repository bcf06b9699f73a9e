import type { GuardianState, MemberState } from '@common-ground/contract';

/** The parts of a recorded right that decide whether it counts. Days are `YYYY-MM-DD` in the practice's time zone. */
export interface GuardianFacts {
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly endedAt: string | null;
}

/** First and last day both count; what was ended early counts no more. */
export function guardianState(right: GuardianFacts, today: string): GuardianState {
  if (right.endedAt !== null || (right.untilOn !== null && right.untilOn < today)) return 'ended';
  return right.fromOn > today ? 'to-come' : 'in-force';
}

/** A right on paper opens nothing: the guardian has to be a confirmed member as well. */
export function speaksFor(right: GuardianFacts, guardian: MemberState, today: string): boolean {
  return guardian === 'confirmed' && guardianState(right, today) === 'in-force';
}
