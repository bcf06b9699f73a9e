import { daysAfter, LIMITS, type DocumentKind, type NewShare } from '@common-ground/contract';

/** What a share may say about when it opens. */
export type OpeningWish = Pick<NewShare, 'startsOn' | 'after' | 'rhythm' | 'openUntilOn'>;

export type OpeningFault =
  | 'day-past'
  | 'too-far'
  | 'not-together'
  | 'before-start'
  | 'too-many-rounds'
  | 'not-for-kind'
  | 'ends-before-last';

/** A day `YYYY-MM-DD`; or `now`; or `waits`: whenever another piece has been sent. */
export type OpensOn = string;

export type OpeningPath = 'startsOn' | 'after' | 'rhythm' | 'rhythm.untilOn' | 'openUntilOn';

export type Opening =
  /** When it opens, each once, earliest first. */
  | { readonly days: readonly OpensOn[]; readonly fault?: undefined }
  | { readonly fault: OpeningFault; readonly path: OpeningPath };

const DAYS_OF = { day: 1, week: 7 } as const;
/** The furthest day something is begun on: a year, leap years too. */
const FURTHEST = 366;

/**
 * When a piece opens to the people it is shared with. The first round of a rhythm opens on the first day, or now; the
 * last one not after `untilOn`. What waits for another piece has one round, whose day nobody knows yet.
 * @param today the day it is in the practice
 */
export function openingDays(kind: DocumentKind, wish: OpeningWish, today: string): Opening {
  const opening = roundsOf(kind, wish, today);
  if (opening.fault !== undefined || wish.openUntilOn === undefined) return opening;
  const fault = untilFault(wish.openUntilOn, today) ?? endsEarly(opening.days, wish.openUntilOn);
  return fault === null ? opening : { fault, path: 'openUntilOn' };
}

/** What is wrong with a day as the last one on which a piece is open; null when nothing is. */
export function untilFault(untilOn: string, today: string): 'day-past' | 'too-far' | null {
  if (untilOn < today) return 'day-past';
  return untilOn > daysAfter(today, FURTHEST) ? 'too-far' : null;
}

/** It would be over before it has opened for the last time. What waits for another piece may never open. */
export function endsEarly(days: readonly OpensOn[], untilOn: string): 'ends-before-last' | null {
  return days.some((day) => day !== 'now' && day !== 'waits' && day > untilOn) ? 'ends-before-last' : null;
}

function roundsOf(kind: DocumentKind, wish: OpeningWish, today: string): Opening {
  const { startsOn, after, rhythm } = wish;
  if (startsOn !== undefined && startsOn < today) return { fault: 'day-past', path: 'startsOn' };
  if (startsOn !== undefined && startsOn > daysAfter(today, FURTHEST))
    return { fault: 'too-far', path: 'startsOn' };
  if (after !== undefined) {
    return startsOn !== undefined || rhythm !== undefined
      ? { fault: 'not-together', path: 'after' }
      : { days: ['waits'] };
  }
  const first = startsOn === undefined || startsOn === today ? 'now' : startsOn;
  if (rhythm === undefined) return { days: [first] };
  // A plan is followed day by day as it is.
  if (kind === 'boundary-plan' || kind === 'support-plan') return { fault: 'not-for-kind', path: 'rhythm' };

  const begins = startsOn ?? today;
  if (rhythm.untilOn < begins) return { fault: 'before-start', path: 'rhythm.untilOn' };
  const days: OpensOn[] = [];
  for (let day = begins; day <= rhythm.untilOn; day = daysAfter(day, DAYS_OF[rhythm.every])) {
    if (days.length === LIMITS.roundsPerShare) return { fault: 'too-many-rounds', path: 'rhythm.untilOn' };
    days.push(day === today ? 'now' : day);
  }
  return { days };
}

/**
 * When a piece opens to somebody that waits for another one.
 * @param sentOn the day they sent the other piece, null when they have not
 */
export function openingAfter(sentOn: string | null, days: number, today: string): OpensOn {
  if (sentOn === null) return 'waits';
  const day = daysAfter(sentOn, days);
  return day <= today ? 'now' : day;
}
