import type { MemberState, PersonId } from '@common-ground/contract';
import { allow, forbidden, holds, unseen, type Actor, type Judgement } from './judgement';

/** How the actor stands to one family, as loaded for this one question. */
export interface FamilyFacts {
  readonly clientId: PersonId;
  readonly onCaseload: boolean;
  /** The actor's own place in the family, if they have one. */
  readonly myState: MemberState | null;
}

export function mayOpenFamilies(actor: Actor): Judgement {
  return holds(actor, 'therapist') ? allow('is-therapist') : forbidden('not-a-therapist');
}

export function mayReadFamily(actor: Actor, facts: FamilyFacts): Judgement {
  if (facts.onCaseload) return allow('on-caseload');
  if (facts.myState === 'confirmed') {
    return facts.clientId === actor.personId ? allow('is-client') : forbidden('members-see-their-tasks-only');
  }
  return unseen('not-in-family');
}

/** Adding people, confirming, pausing and removing them, writing documents for the family. */
export function mayLeadFamily(actor: Actor, facts: FamilyFacts): Judgement {
  if (facts.onCaseload && holds(actor, 'therapist')) return allow('on-caseload');
  return mayReadFamily(actor, facts).allowed || facts.myState === 'confirmed'
    ? forbidden('not-on-caseload')
    : unseen('not-in-family');
}

export function mayReadResponses(actor: Actor, facts: FamilyFacts): Judgement {
  return mayLeadFamily(actor, facts);
}
