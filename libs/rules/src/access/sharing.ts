import type { MemberState } from '@common-ground/contract';
import { consentState, namesPaper, type ConsentFacts, type PaperFacts } from './consents';
import { keptOut, type ApartFacts, type Company } from './keeping-apart';

export interface RecipientFacts extends ApartFacts {
  readonly isClient: boolean;
  readonly state: MemberState;
  /** All releases of the client to this person. */
  readonly consents: readonly ConsentFacts[];
}

export type Coverage =
  | { readonly allowed: true; readonly because: 'own-client' | 'consent'; readonly untilOn: string | null }
  | {
      readonly allowed: false;
      readonly because:
        'blocked' | 'held' | 'member-not-confirmed' | 'no-consent' | 'consent-ended' | 'consent-revoked';
      readonly untilOn: null;
    };

/**
 * Whether a document may reach one person today, in this company, and how long the consent that covers it lasts. A
 * block and a hold win over everything else.
 */
export function coverage(
  paper: PaperFacts,
  recipient: RecipientFacts,
  today: string,
  company: Company = 'alone',
): Coverage {
  const apart = keptOut(recipient, company);
  if (apart !== null) return { allowed: false, because: apart, untilOn: null };
  if (recipient.state !== 'confirmed')
    return { allowed: false, because: 'member-not-confirmed', untilOn: null };
  if (recipient.isClient) return { allowed: true, because: 'own-client', untilOn: null };

  const forPaper = recipient.consents.filter((consent) => namesPaper(consent, paper));
  const inForce = forPaper.filter((consent) => consentState(consent, today) === 'in-force');
  if (inForce.length > 0) {
    // Sorted as text, and there no last day (`null`) comes after every day.
    const [last = null] = inForce
      .map(({ untilOn }) => untilOn)
      .sort()
      .reverse();
    return { allowed: true, because: 'consent', untilOn: last };
  }
  if (forPaper.some((consent) => consentState(consent, today) === 'ended')) {
    return { allowed: false, because: 'consent-ended', untilOn: null };
  }
  return { allowed: false, because: forPaper.length > 0 ? 'consent-revoked' : 'no-consent', untilOn: null };
}
