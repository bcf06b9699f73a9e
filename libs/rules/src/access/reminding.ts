import type { DocumentKind, NotRemindedBecause } from '@common-ground/contract';

export interface RemindableFacts {
  readonly kind: DocumentKind;
  readonly revokedAt: string | null;
  readonly stoppedAt: string | null;
  /** The last day it was open is over. */
  readonly isOver: boolean;
  /** To somebody it went to. */
  readonly hasOpened: boolean;
}

/** Whether nobody will be reminded of a share any more: it is no worksheet, was taken back or stopped, or takes no answers. */
export function isPastReminding({
  kind,
  revokedAt,
  stoppedAt,
  isOver,
}: Omit<RemindableFacts, 'hasOpened'>): boolean {
  return kind !== 'worksheet' || revokedAt !== null || stoppedAt !== null || isOver;
}

/** Whether anybody may be reminded of a share today: of what has opened to nobody, nobody is. */
export function mayBeRemindedOf({ hasOpened, ...facts }: RemindableFacts): boolean {
  return hasOpened && !isPastReminding(facts);
}

/** How a share stands with one of those it went to. */
export type HomeworkStanding = 'to-come' | 'waits' | 'put-off' | 'closed' | 'sent';

export interface ReminderFacts {
  readonly standing: HomeworkStanding;
  /** E-mail is written down as the safe way to the address of their confirmed place in this family. */
  readonly isReachable: boolean;
  readonly wantsWhenAsked: boolean;
  readonly wasAskedToday: boolean;
}

/**
 * Why a therapist who asks does not get somebody reminded; null when they do. What the therapist knows anyway comes
 * first. Held, blocked, paused and without a consent are one answer; whether the person reminds themself is none.
 */
export function whyNotReminded(isOver: boolean, facts: ReminderFacts): NotRemindedBecause | null {
  if (isOver) return 'over';
  if (facts.standing === 'closed') return 'not-open';
  if (facts.standing !== 'waits') return facts.standing;
  if (!facts.isReachable) return 'no-safe-contact';
  if (!facts.wantsWhenAsked) return 'not-asked-for';
  return facts.wasAskedToday ? 'asked-today' : null;
}
