import type { MemberState } from '@common-ground/contract';
import { consentState, namesPaper, type ConsentFacts, type PaperFacts } from './consents';

export interface RecipientFacts {
  readonly isClient: boolean;
  readonly state: MemberState;
  /** All releases of the client to this person. */
  readonly consents: readonly ConsentFacts[];
}

export type Coverage =
  | { readonly allowed: true; readonly because: 'own-client' | 'consent'; readonly untilOn: string | null }
  | {
      readonly allowed: false;
      readonly because: 'member-not-confirmed' | 'no-consent' | 'consent-ended' | 'consent-revoked';
      readonly untilOn: null;
    };

/** Whether a document may reach one person today, and how long the consent that covers it lasts. */
export function coverage(paper: PaperFacts, recipient: RecipientFacts, today: string): Coverage {
  if (recipient.state !== 'confirmed')
    return { allowed: false, because: 'member-not-confirmed', untilOn: null };
  if (recipient.isClient) return { allowed: true, because: 'own-client', untilOn: null };

  const forPaper = recipient.consents.filter((consent) => namesPaper(consent, paper));
  const inForce = forPaper.filter((consent) => consentState(consent, today) === 'in-force');
  if (inForce.length > 0) {
    const openEnded = inForce.some((consent) => consent.untilOn === null);
    const last = inForce
      .map((consent) => consent.untilOn ?? '')
      .sort()
      .at(-1);
    return { allowed: true, because: 'consent', untilOn: openEnded ? null : (last ?? null) };
  }
  if (forPaper.some((consent) => consentState(consent, today) === 'ended')) {
    return { allowed: false, because: 'consent-ended', untilOn: null };
  }
  return { allowed: false, because: forPaper.length > 0 ? 'consent-revoked' : 'no-consent', untilOn: null };
}
