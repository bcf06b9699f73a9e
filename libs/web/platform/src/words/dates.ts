import { Injectable, inject } from '@angular/core';
import { kept } from './kept';
import { Tongue } from './tongue';

const A_FEW_HOURS = 6 * 60;

/** Days and times in the reader's language. Inside `computed` or a template they follow the language. */
@Injectable({ providedIn: 'root' })
export class Dates {
  private readonly tongue = inject(Tongue);

  /** A calendar day `YYYY-MM-DD` in full: *June 1, 2027*. */
  day(on: string): string {
    return days(this.tongue.locale()).format(dayAsDate(on));
  }

  /** A month `YYYY-MM`: *June 2027*. */
  month(month: string): string {
    return this.format(dayAsDate(`${month}-01`), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  }

  /** The time of day: *14:32*. */
  time(at: string): string {
    return this.format(new Date(at), { timeStyle: 'short' });
  }

  /** A full hour of the day, 0 to 23: *6:00 PM*. */
  hour(hour: number): string {
    return this.format(new Date(2026, 0, 1, hour), { timeStyle: 'short' });
  }

  /** A day of the week as ISO 8601 counts them, 1 to 7: *Monday*. */
  weekday(day: number): string {
    // The first Monday of 2026 was the fifth.
    return this.format(new Date(2026, 0, 4 + day, 12), { weekday: 'long' });
  }

  /** A moment with its day and time: *June 1, 2027, 14:32*. */
  moment(at: string): string {
    return this.format(new Date(at), { dateStyle: 'long', timeStyle: 'short' });
  }

  /** A moment that people meet at, by the clock where they do: *Thursday, December 3 at 4:00 PM*. */
  momentIn(at: string, timeZone: string): string {
    return this.format(new Date(at), {
      ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone },
    });
  }

  /** The same moment by this device's clock; null where that shows the same. */
  momentHere(at: string, timeZone: string): string | null {
    const here = this.momentIn(at, Intl.DateTimeFormat().resolvedOptions().timeZone);
    return here === this.momentIn(at, timeZone) ? null : here;
  }

  /**
   * How long ago, as people say it: *5 minutes ago*, *yesterday*, *3 days ago*, and the date beyond a week. After a
   * few hours it goes by calendar days, since "yesterday" means the day before and not 24 hours.
   */
  ago(at: string, now: Date = new Date()): string {
    const then = new Date(at);
    const relative = new Intl.RelativeTimeFormat(this.tongue.locale(), { numeric: 'auto' });
    const minutes = Math.max(0, Math.floor((now.getTime() - then.getTime()) / 60_000));
    const days = Math.round((startOfDay(now) - startOfDay(then)) / 86_400_000);
    if (minutes < 60) return relative.format(-minutes, 'minute');
    if (minutes < A_FEW_HOURS || days < 1) return relative.format(-Math.floor(minutes / 60), 'hour');
    return days <= 7 ? relative.format(-days, 'day') : this.format(then, { dateStyle: 'long' });
  }

  /** Names in a row: *Rosa, Daniel and Theo*. */
  list(names: readonly string[]): string {
    return new Intl.ListFormat(this.tongue.locale(), { type: 'conjunction' }).format(names);
  }

  private format(date: Date, style: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.tongue.locale(), style).format(date);
  }
}

/** A list has a day in each line. Days are no moments: they are read by a clock that is the same everywhere. */
const days = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));

function dayAsDate(on: string): Date {
  return new Date(`${on}T12:00:00Z`);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
