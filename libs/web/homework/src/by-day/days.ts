/** The browser's own day, `YYYY-MM-DD`: a day is over when it is over where somebody lives. */
export function todayHere(now: Date = new Date()): string {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export function dayAway(on: string, days: number): string {
  const moment = new Date(`${on}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
