import type { Language } from '@common-ground/contract';

/**
 * How a hoped-for day is named: by its weekday within the coming week, by its date further away, and not at all once
 * it has passed. Nobody is ever told that they are late.
 * @param from today, `YYYY-MM-DD`, where the reader is
 */
export function hopedDay(dueOn: string | null, from: string, language: Language): string | null {
  if (dueOn === null || dueOn < from) return null;
  const daysAway = Math.round((noon(dueOn) - noon(from)) / 86_400_000);
  const style: Intl.DateTimeFormatOptions =
    daysAway < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(language, style).format(noon(dueOn));
}

/** Noon keeps a day on its day, wherever the clock changes at night. */
function noon(day: string): number {
  return new Date(`${day}T12:00:00`).getTime();
}
