import { onOneLine } from '@common-ground/api/platform';
import type { Language } from '@common-ground/contract';
import ical, { ICalAttendeeRole, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What a calendar is told of an hour. What it is for, who comes and what is planned have no place here. */
export interface CalendarEntry {
  /** The same for every word about this entry, and another's for nobody else's. */
  readonly uid: string;
  /** Grows with every change of when and where, so that a calendar keeps the newest. */
  readonly sequence: number;
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: string;
  readonly link: string;
  readonly language: Language;
}

/** Between which addresses an entry goes by mail. */
export interface Correspondents {
  readonly from: string;
  readonly to: string;
}

/** Calendars lie open on shared tables: the title says nothing. */
const TITLE: Readonly<Record<Language, string>> = { en: 'Appointment', es: 'Cita' };

/** What a file of an hour is to a calendar: something to keep, or to take out again. */
export type FileMethod = 'PUBLISH' | 'CANCEL';

/** An entry to be kept by whoever fetched it. */
export function published(entry: CalendarEntry): string {
  return written(entry, ICalCalendarMethod.PUBLISH, null);
}

/** Takes an entry out of a calendar that keeps the one that was fetched before. */
export function takenOut(entry: CalendarEntry): string {
  return written({ ...entry, sequence: afterLast(entry) }, ICalCalendarMethod.CANCEL, null);
}

/** What calls an entry off is newer than every change of it; it cannot be changed after that. */
export function afterLast({ sequence }: Pick<CalendarEntry, 'sequence'>): number {
  return sequence + 1;
}

/** An entry that comes by mail, new or changed. */
export function requested(entry: CalendarEntry, between: Correspondents): string {
  return written(entry, ICalCalendarMethod.REQUEST, between);
}

/** Takes an entry out of a calendar that got it by mail. */
export function cancelled(entry: CalendarEntry, between: Correspondents): string {
  return written(entry, ICalCalendarMethod.CANCEL, between);
}

/** Moments are written in UTC: no calendar has to know the rules of a zone to put the hour where it belongs. */
function written(
  { uid, sequence, startsAt, minutes, place, link, language }: CalendarEntry,
  method: ICalCalendarMethod,
  between: Correspondents | null,
): string {
  const start = new Date(startsAt);
  const calendar = ical({ prodId: { company: 'Common Ground', product: 'Appointments' }, method });
  const event = calendar.createEvent({
    id: `${uid}@common-ground`,
    sequence,
    start,
    end: new Date(start.getTime() + minutes * 60_000),
    summary: TITLE[language],
    status: method === ICalCalendarMethod.CANCEL ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (place !== '') event.location(onOneLine(place));
  if (link !== '') event.url(onOneLine(link));
  if (between !== null) {
    // A practice may be called what it does; in a calendar it is called what the entry is.
    event.organizer({ name: TITLE[language], email: between.from });
    // Nobody reads what a calendar would send back; the answer is given on the page.
    event.createAttendee({ email: between.to, role: ICalAttendeeRole.REQ, rsvp: false });
  }
  return calendar.toString();
}
