import type { ConsentState, DocumentKind, PersonId } from '@common-ground/contract';
import { mayReadFamily, type FamilyFacts } from './families';
import { allow, forbidden, unseen, type Actor, type Judgement } from './judgement';

/** The parts of a release that decide whether it covers a share. Days are `YYYY-MM-DD` in the practice's time zone. */
export interface ConsentFacts {
  readonly kinds: readonly DocumentKind[];
  readonly untilOn: string | null;
  readonly revoked: boolean;
}

export function consentState(consent: ConsentFacts, today: string): ConsentState {
  if (consent.revoked) return 'revoked';
  return consent.untilOn !== null && consent.untilOn < today ? 'ended' : 'in-force';
}

export function mayReadConsents(actor: Actor, facts: FamilyFacts): Judgement {
  return mayReadFamily(actor, facts);
}

/** Only the client decides who receives what. */
export function mayGiveConsent(actor: Actor, facts: FamilyFacts): Judgement {
  if (facts.clientId === actor.personId && facts.myState === 'confirmed') return allow('is-client');
  return facts.onCaseload || facts.myState === 'confirmed'
    ? forbidden('not-the-client')
    : unseen('not-in-family');
}

export function mayRevokeConsent(
  actor: Actor,
  facts: FamilyFacts & { readonly givenBy: PersonId },
): Judgement {
  if (facts.givenBy === actor.personId) return allow('gave-it');
  return mayReadFamily(actor, facts).allowed ? forbidden('gave-it-not') : unseen('not-in-family');
}
