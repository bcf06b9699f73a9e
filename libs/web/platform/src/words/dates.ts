import { Injectable, inject } from '@angular/core';
import { Tongue } from './tongue';

/** Days and times in the reader's language. Inside `computed` or a template they follow the language. */
@Injectable({ providedIn: 'root' })
export class Dates {
  private readonly tongue = inject(Tongue);

  /** A calendar day `YYYY-MM-DD` in full: *June 1, 2027*. */
  day(on: string): string {
    return this.format(dayAsDate(on), { dateStyle: 'long' });
  }

  /** The time of day: *14:32*. */
  time(at: string): string {
    return this.format(new Date(at), { timeStyle: 'short' });
  }

  /** A moment with its day and time: *June 1, 2027, 14:32*. */
  moment(at: string): string {
    return this.format(new Date(at), { dateStyle: 'long', timeStyle: 'short' });
  }

  /**
   * How long ago, as people say it: *5 minutes ago*, *yesterday*, *3 days ago*, and the date beyond a week. Counted in
   * calendar days from one day on, since "yesterday" means the day before and not 24 hours.
   */
  ago(at: string, now: Date = new Date()): string {
    const then = new Date(at);
    const relative = new Intl.RelativeTimeFormat(this.tongue.locale(), { numeric: 'auto' });
    const days = Math.round((startOfDay(now) - startOfDay(then)) / 86_400_000);
    if (days > 7) return this.format(then, { dateStyle: 'long' });
    if (days >= 1) return relative.format(-days, 'day');
    const minutes = Math.max(0, Math.floor((now.getTime() - then.getTime()) / 60_000));
    return minutes < 60
      ? relative.format(-minutes, 'minute')
      : relative.format(-Math.floor(minutes / 60), 'hour');
  }

  /** Names in a row: *Rosa, Daniel and Theo*. */
  list(names: readonly string[]): string {
    return new Intl.ListFormat(this.tongue.locale(), { type: 'conjunction' }).format(names);
  }

  private format(date: Date, style: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.tongue.locale(), style).format(date);
  }
}

/** Noon keeps a calendar day on its day, wherever the clock changes at night. */
function dayAsDate(on: string): Date {
  return new Date(`${on}T12:00:00`);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
