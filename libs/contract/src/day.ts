/** Nobody here was born earlier, and PostgreSQL has no year 0. */
const FIRST_YEAR = 1900;

/** True for a calendar day that exists, written `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return moment.getUTCFullYear() >= FIRST_YEAR && moment.toISOString().startsWith(value);
}
