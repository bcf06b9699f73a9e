import type { MailHours } from '@common-ground/contract';

const QUARTER_MS = 15 * 60_000;
/** Two weeks of quarters of an hour: every day of the week comes twice, also where the clock jumps over one of its hours. */
const QUARTERS_AHEAD = 14 * 96;
const DAY_OF_WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * The first moment, now or later, at which mail may go out to an address: within the hours of everybody whose it is, by
 * the clock of the practice. Null where there is no such moment.
 */
export function mailMayGoAt(now: Date, hours: readonly MailHours[], timeZone: string): Date | null {
  const clock = clockIn(timeZone);
  const isSafe = (at: Date): boolean => {
    const { day, hour } = clock(at);
    return hours.every(({ days, from, until }) => days.includes(day) && hour >= from && hour < until);
  };
  if (isSafe(now)) return now;
  // Every clock there is shows a full hour at a quarter of an hour of UTC.
  const next = (Math.floor(now.getTime() / QUARTER_MS) + 1) * QUARTER_MS;
  for (let quarter = 0; quarter < QUARTERS_AHEAD; quarter += 1) {
    const at = new Date(next + quarter * QUARTER_MS);
    if (isSafe(at)) return at;
  }
  return null;
}

function clockIn(timeZone: string): (at: Date) => { readonly day: number; readonly hour: number } {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, weekday: 'short', hour: 'numeric', hourCycle: 'h23' },
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return { day: DAY_OF_WEEK.indexOf(parts.get('weekday') ?? '') + 1, hour: Number(parts.get('hour')) };
  };
}
