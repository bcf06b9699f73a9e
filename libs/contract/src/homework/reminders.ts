import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsTimeZone,
  IsUUID,
  MaxLength,
} from 'class-validator';
import type { SharedWith } from '../documents/document';
import type { DocumentId, FamilyId, MemberId } from '../ids';
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
  /** Whether a therapist of theirs may ask for one more: at the same hour, on any day, and still once a day at most. */
  readonly whenAsked: boolean;
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

  @IsBoolean()
  whenAsked!: boolean;
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

/**
 * Why somebody is not reminded although their therapist asks. None of it tells a block, a hold, a pause and a missing
 * consent apart, and none of it what else the person chose.
 */
export const NOT_REMINDED_BECAUSE = [
  'over',
  'sent',
  'to-come',
  'put-off',
  'not-open',
  'no-safe-contact',
  'not-asked-for',
  'asked-today',
] as const;
export type NotRemindedBecause = (typeof NOT_REMINDED_BECAUSE)[number];

/** How it stands with one of those a share went to. */
export interface ReminderLine {
  readonly member: SharedWith;
  /** Null for whoever would be reminded. */
  readonly because: NotRemindedBecause | null;
  /** The last mail to the address of this person was refused or given up. */
  readonly mailCameBack: boolean;
  /** What was asked for last of this share; one mail may go out for several. */
  readonly last: {
    readonly askedOn: string;
    /** Null for whoever left the family’s therapists. */
    readonly by: string | null;
    /** The day, and not the hour, which is the person’s own choice. */
    readonly wentOutOn: string | null;
    /** It may still go out. */
    readonly isOnItsWay: boolean;
  } | null;
}

/** Who of a share would be reminded if a therapist asked now, and who would not and why. */
export interface ShareReminders {
  /** Whether mail leaves this practice at all. */
  readonly isOffered: boolean;
  readonly document: { readonly id: DocumentId; readonly title: string };
  readonly family: { readonly id: FamilyId; readonly name: string };
  readonly lines: readonly ReminderLine[];
  readonly may: { readonly ask: boolean };
}

/** Whom the therapist saw by name. Whoever may not be reminded any more by now is left out. */
export class AskForReminders {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.membersPerShare)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds!: MemberId[];
}
