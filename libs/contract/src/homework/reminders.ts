import { ArrayUnique, IsArray, IsIn, IsTimeZone, MaxLength } from 'class-validator';
import { LIMITS } from '../limits';

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Full hours at which a reminder may go out: nobody is woken by one. */
export const REMINDER_HOURS = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21] as const;
export type ReminderHour = (typeof REMINDER_HOURS)[number];

/** When somebody wants to be reminded; on no day at all unless they choose some. */
export interface ReminderChoice {
  readonly days: readonly Weekday[];
  readonly hour: ReminderHour;
  /** An IANA name: the hour is that of this place, in summer and in winter. */
  readonly timeZone: string;
}

/** Over the revision in `If-Match`; `"0"` where nothing was ever chosen. */
export class ReminderChoiceDraft implements ReminderChoice {
  @IsArray()
  @ArrayUnique()
  @IsIn(WEEKDAYS, { each: true })
  days!: Weekday[];

  @IsIn(REMINDER_HOURS)
  hour!: ReminderHour;

  @IsTimeZone()
  @MaxLength(LIMITS.name)
  timeZone!: string;
}

/** What a person chose about their own reminders, and whether any could reach them. */
export interface MyReminders {
  /** Whether mail leaves this practice at all. */
  readonly isOffered: boolean;
  /** Enough of the address to know it again, such as `r…@example.org`; null where there is none that may be used. */
  readonly address: string | null;
  readonly choice: ReminderChoice | null;
  readonly revision: number;
}
