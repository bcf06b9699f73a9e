import type { Licence, SharingRight, Shelf } from '@common-ground/contract';
import { allow, forbidden, holds, isStaff, unseen, type Actor, type Judgement } from './judgement';

export interface TemplateFacts {
  readonly shelf: Shelf;
  /** The actor keeps it. */
  readonly isMine: boolean;
}

/** The library is about no family, so admins may look into it: they answer for what the practice keeps there. */
export function mayReadTemplates(actor: Actor): Judgement {
  return isStaff(actor) ? allow('is-staff') : forbidden('not-staff');
}

export function mayReadTemplate(actor: Actor, facts: TemplateFacts): Judgement {
  const look = mayReadTemplates(actor);
  return look.allowed && facts.shelf === 'own' && !facts.isMine ? unseen('somebody-elses') : look;
}

/** Keeping a document for others to begin from. Whether one leads the document is asked besides. */
export function mayKeepTemplates(actor: Actor): Judgement {
  return holds(actor, 'therapist') ? allow('is-therapist') : forbidden('not-a-therapist');
}

export function mayChangeTemplate(actor: Actor, facts: TemplateFacts): Judgement {
  const read = mayReadTemplate(actor, facts);
  if (!read.allowed) return read;
  return facts.isMine && holds(actor, 'therapist') ? allow('keeps-it') : forbidden('kept-by-others');
}

export function mayTakeTemplateBack(actor: Actor, facts: TemplateFacts): Judgement {
  const change = mayChangeTemplate(actor, facts);
  if (change.allowed) return change;
  return holds(actor, 'admin') && facts.shelf === 'practice' ? allow('is-admin') : change;
}

export interface LicenceFacts {
  readonly licence: Licence;
  /** The last day of the right, `YYYY-MM-DD` in the practice's time zone; null where it has none. */
  readonly licenceUntilOn: string | null;
}

/** Whether words may be given to a family today. What nobody knows the rights of may not, nor what has run out. */
export function sharingRight({ licence, licenceUntilOn }: LicenceFacts, today: string): SharingRight {
  if (licence === 'unknown') return 'licence-unknown';
  return licenceUntilOn !== null && licenceUntilOn < today ? 'licence-ended' : 'open';
}
