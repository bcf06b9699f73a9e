import type { AgendaEntry, SessionPlan } from '@common-ground/contract';

/** Nothing worth an entry of its own is done in less. */
export const LEAST_MINUTES = 5;

const DAY = 24 * 60;

/** When one entry begins, in minutes after the hour does. */
export interface EntryTime {
  readonly id: string;
  readonly start: number;
  /** `HH:MM` by the clock of the session. */
  readonly startTime: string;
  /** How long nothing is planned before it, because it waits for its fixed start. */
  readonly free: number;
  /** By how much what comes before runs into it, where its start is fixed. */
  readonly late: number;
  /** Its fixed start lies before the hour does, so that no shortening helps. */
  readonly isBeforeHour: boolean;
}

export type Timed = Pick<SessionPlan, 'startTime' | 'minutes' | 'agenda'>;

/** When everything begins. An entry with a fixed start waits for it; one that is late begins when it can. */
export function agendaTimes({ startTime, agenda }: Timed): EntryTime[] {
  let until = 0;
  return agenda.map(({ id, minutes, fixedStart }) => {
    const wanted = fixedStart === null ? until : minutesAfter(startTime, fixedStart);
    const start = Math.max(until, wanted);
    const time = {
      id,
      start,
      startTime: clockAfter(startTime, start),
      free: start - until,
      late: Math.max(0, until - wanted),
      isBeforeHour: wanted < 0,
    };
    until = start + minutes;
    return time;
  });
}

/** A length as people say it. */
export function hoursAndMinutes(minutes: number): { readonly hours: number; readonly minutes: number } {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** By how many minutes the agenda is longer than the hour; negative when some are left. */
export function minutesOver(plan: Timed): number {
  const last = agendaTimes(plan).at(-1);
  return (last === undefined ? 0 : last.start + (plan.agenda.at(-1)?.minutes ?? 0)) - plan.minutes;
}

/**
 * The agenda, made to fit: what comes before a fixed start ends by it, and everything by the end of the hour. Each entry
 * gives up its part of what it has above the least; where even that is too long, it stays too long and the page says so.
 */
export function shortened(plan: Timed): AgendaEntry[] {
  const stretches: AgendaEntry[][] = [];
  for (const entry of plan.agenda) {
    if (entry.fixedStart === null && stretches.length > 0) stretches.at(-1)?.push(entry);
    else stretches.push([entry]);
  }
  let begins = 0;
  return stretches.flatMap((stretch, at) => {
    const [first] = stretch;
    const next = stretches[at + 1]?.[0]?.fixedStart ?? null;
    if (first !== undefined && first.fixedStart !== null)
      begins = Math.max(begins, minutesAfter(plan.startTime, first.fixedStart));
    const ends = next === null ? plan.minutes : minutesAfter(plan.startTime, next);
    const fitting = fitted(stretch, Math.max(0, ends - begins));
    begins += total(fitting);
    return fitting;
  });
}

function fitted(entries: readonly AgendaEntry[], most: number): AgendaEntry[] {
  const room = entries.map(({ minutes }) => Math.max(0, minutes - LEAST_MINUTES));
  const allRoom = room.reduce((sum, one) => sum + one, 0);
  const given = Math.min(allRoom, Math.max(0, total(entries) - most));
  if (given === 0) return [...entries];
  const shares = room.map((one) => Math.floor((one * given) / allRoom));
  // What rounding left over comes from those who have the most left to give.
  for (let left = given - shares.reduce((sum, one) => sum + one, 0); left > 0; left -= 1) {
    const rest = room.map((one, at) => one - (shares[at] ?? 0));
    const richest = rest.indexOf(Math.max(...rest));
    shares[richest] = (shares[richest] ?? 0) + 1;
  }
  return entries.map((entry, at) => ({ ...entry, minutes: entry.minutes - (shares[at] ?? 0) }));
}

function total(entries: readonly AgendaEntry[]): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Minutes from one time of day to another, past midnight where that comes first. */
function minutesAfter(from: string, to: string): number {
  const difference = ofDay(to) - ofDay(from);
  // An hour that was moved to later leaves fixed starts behind it: they are late, not tomorrow.
  return difference < -DAY / 2 ? difference + DAY : difference;
}

function clockAfter(from: string, minutes: number): string {
  const time = (ofDay(from) + minutes) % DAY;
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}

function ofDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
