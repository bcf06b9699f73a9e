import type { MemberId } from '@common-ground/contract';
import type { FamilyFacts } from './families';
import { allow, holds, unseen, type Actor, type Judgement } from './judgement';

/** Whether something reaches somebody by themselves, or together with others of the family. */
export type Company = 'alone' | 'together';

export interface ApartFacts {
  /** A block stands between this person and the client. */
  readonly isBlocked: boolean;
  /** The person is not suitable for a joint session for now. */
  readonly isHeld: boolean;
}

/** Why a share or an invitation to one person is stopped, whatever consents say; null when nothing stops it. */
export function keptOut(person: ApartFacts, company: Company): 'blocked' | 'held' | null {
  if (person.isBlocked) return 'blocked';
  return person.isHeld && company === 'together' ? 'held' : null;
}

/** The blocks and holds of one family that have not been lifted. */
export interface ApartInFamily {
  readonly blocks: readonly (readonly [MemberId, MemberId])[];
  readonly holds: readonly MemberId[];
}

/** Whether two members may come together: in a joint session, or by seeing what the other chose to reveal. */
export function mayMeet(
  a: MemberId,
  b: MemberId,
  facts: ApartInFamily,
): { readonly allowed: true } | { readonly allowed: false; readonly because: 'blocked' | 'held' } {
  const isBetween = ([first, second]: readonly [MemberId, MemberId]): boolean =>
    (first === a && second === b) || (first === b && second === a);
  if (facts.blocks.some(isBetween)) return { allowed: false, because: 'blocked' };
  return facts.holds.includes(a) || facts.holds.includes(b)
    ? { allowed: false, because: 'held' }
    : { allowed: true };
}

/** One block or hold, by its id: to everybody but the family's therapists it does not exist, members included. */
export function mayLift(actor: Actor, facts: FamilyFacts): Judgement {
  return facts.onCaseload && holds(actor, 'therapist') ? allow('on-caseload') : unseen('therapists-only');
}
