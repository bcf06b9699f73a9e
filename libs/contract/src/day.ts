/** Nobody here was born earlier, and PostgreSQL has no year 0. */
const FIRST_YEAR = 1900;

/** The day so many days after another, or before it where they are negative; both `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** True for a calendar day that exists, written `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return moment.getUTCFullYear() >= FIRST_YEAR && moment.toISOString().startsWith(value);
}
