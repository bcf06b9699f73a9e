import type { PersonId } from '@common-ground/contract';
import { mayLeadFamily, mayReadFamily, type FamilyFacts } from './families';
import { allow, forbidden, holds, unseen, type Actor, type Judgement } from './judgement';

/** How the records stand: admins answer for the data, and read none of it. */
export function mayReadRecords(actor: Actor): Judgement {
  return holds(actor, 'admin') ? allow('is-admin') : forbidden('not-an-admin');
}

/** What was given of a family to whom: its therapists, and the client whose consent it went out under. */
export function mayReadDisclosures(actor: Actor, facts: FamilyFacts): Judgement {
  return mayReadFamily(actor, facts);
}

/** Requests to erase that wait, in all families one leads. */
export function mayListErasures(actor: Actor): Judgement {
  return holds(actor, 'therapist') ? allow('is-therapist') : forbidden('not-a-therapist');
}

/** Erasing somebody's answers at their request, or saying why not. */
export function mayDecideErasure(actor: Actor, facts: FamilyFacts): Judgement {
  return mayLeadFamily(actor, facts);
}

export function mayBreakGlass(actor: Actor): Judgement {
  return holds(actor, 'therapist') || holds(actor, 'supervisor')
    ? allow('emergency')
    : forbidden('not-clinical-staff');
}

export interface GlassFacts {
  readonly openedBy: PersonId;
  /** As what it was opened. */
  readonly role: 'therapist' | 'supervisor';
  /** The hour lasts, and whoever opened it is still what they opened it as. */
  readonly isOpen: boolean;
  readonly isReviewed: boolean;
  /** The family is on the actor's caseload. */
  readonly onCaseload: boolean;
}

/** That it happened: whoever did it, the family's therapists, and those who judge it. */
export function mayKnowOfGlass(actor: Actor, facts: GlassFacts): Judgement {
  if (facts.openedBy === actor.personId) return allow('opened-it');
  if (facts.onCaseload) return allow('on-caseload');
  return holds(actor, 'admin') || holds(actor, 'supervisor')
    ? allow('reviews-emergencies')
    : unseen('no-part-in-it');
}

/** Reading through it: only whoever opened it, while the hour lasts and they are what they opened it as. */
export function mayReadThroughGlass(actor: Actor, facts: GlassFacts): Judgement {
  if (facts.openedBy === actor.personId && facts.isOpen && holds(actor, facts.role))
    return allow('emergency');
  return mayKnowOfGlass(actor, facts).allowed ? forbidden('not-through-this-glass') : unseen('no-part-in-it');
}

/** Whoever opened it may end it before the hour is over. */
export function mayEndGlass(actor: Actor, facts: GlassFacts): Judgement {
  return mayReadThroughGlass(actor, facts);
}

/** A second person judges it, once. */
export function mayReviewGlass(actor: Actor, facts: GlassFacts): Judgement {
  const knows = mayKnowOfGlass(actor, facts);
  if (!knows.allowed) return knows;
  if (facts.openedBy === actor.personId) return forbidden('opened-it');
  return holds(actor, 'admin') || holds(actor, 'supervisor')
    ? allow('reviews-emergencies')
    : forbidden('reviews-no-emergencies');
}

/** Why it was done is read by those who judge clinical work, not by those who run the practice. */
export function mayReadGlassReason(actor: Actor, facts: GlassFacts): Judgement {
  if (facts.openedBy === actor.personId || facts.onCaseload) return allow('own-family');
  return holds(actor, 'supervisor') ? allow('reviews-emergencies') : forbidden('no-clinical-words');
}
