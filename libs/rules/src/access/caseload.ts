import type { PersonId } from '@common-ground/contract';
import { mayLeadFamily, type FamilyFacts } from './families';
import { allow, forbidden, type Actor, type Judgement } from './judgement';

export interface CaseloadFacts extends FamilyFacts {
  /** The actor is the one among the family's therapists who leads. */
  readonly leads: boolean;
}

/** Taking a colleague onto a family's caseload, and handing over the lead. */
export function mayChangeTherapists(actor: Actor, facts: CaseloadFacts): Judgement {
  const works = mayLeadFamily(actor, facts);
  if (!works.allowed) return works;
  return facts.leads ? allow('leads-family') : forbidden('not-the-lead');
}

/** Everybody may step back, and the lead may end the part of a colleague. */
export function mayEndCaseload(actor: Actor, facts: CaseloadFacts, whose: PersonId): Judgement {
  const works = mayLeadFamily(actor, facts);
  if (!works.allowed) return works;
  if (whose === actor.personId) return allow('steps-back');
  return mayChangeTherapists(actor, facts);
}

/** Somebody has to lead: whoever does hands over before they step back. */
export function canEndCaseload(place: { readonly leads: boolean }): boolean {
  return !place.leads;
}
