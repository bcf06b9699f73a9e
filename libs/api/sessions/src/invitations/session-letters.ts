import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, MailRoom, Settings, type Letter, type MailDue } from '@common-ground/api/platform';
import type { AskingId, Language } from '@common-ground/contract';
import { afterLast, cancelled, requested, type CalendarEntry } from './calendar-entry';
import { ASKED_MAIL, TAKEN_BACK_MAIL } from './session-mail';

/** What is to be said of an hour at the moment the letter goes out. */
interface Due extends Pick<CalendarEntry, 'minutes' | 'place' | 'link'> {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly asking: AskingId;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly moved: number;
  /** The zone its reader chose to be reminded by; null where they chose none. */
  readonly ownZone: string | null;
}

/** Mailboxes are read by others: an appointment and its time, and neither with whom nor what for. */
const WORDS: Readonly<
  Record<
    Language,
    { subject: string; hello: string; on: string; off: string; there: string; here: string; noReply: string }
  >
> = {
  en: {
    subject: 'Appointment',
    hello: 'Hello,',
    on: 'Your appointment: {when}. The file with this message puts it into your calendar.',
    off: 'Your appointment is cancelled: {when}.',
    there: 'By the clock of the practice that is {when}.',
    here: 'You can say here if you are coming:',
    noReply: 'Please do not answer this message. Nobody reads what is sent to this address.',
  },
  es: {
    subject: 'Cita',
    hello: 'Hola:',
    on: 'Su cita: {when}. El archivo de este mensaje la pone en su calendario.',
    off: 'Su cita se canceló: {when}.',
    there: 'En el reloj del consultorio eso es: {when}.',
    here: 'Aquí puede decir si viene:',
    noReply: 'Por favor, no responda a este mensaje. Nadie lee lo que llega a esta dirección.',
  },
};

/** Writes the letters about hours when they go out, as things stand by then: a letter of yesterday’s plan is none. */
@Injectable()
export class SessionLetters implements OnModuleInit {
  constructor(
    private readonly room: MailRoom,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    for (const sort of [ASKED_MAIL, TAKEN_BACK_MAIL]) this.room.writes(sort, (mail) => this.#write(mail));
  }

  async #write({ practiceId, id, to, language }: MailDue): Promise<Letter | null> {
    const [due] = await this.database.beforeSignIn<Due>(
      `select method, asking, starts_at as "startsAt", time_zone as "timeZone", minutes, place, link, moved,
         own_zone as "ownZone"
       from access.session_letter($1, $2)`,
      [practiceId, id],
    );
    if (due === undefined) return null;
    const { method, asking: uid, startsAt, timeZone, minutes, place, link, moved, ownZone } = due;
    const isOff = method === 'CANCEL';
    const entry: CalendarEntry = {
      ...{
        uid,
        sequence: isOff ? afterLast({ sequence: moved }) : moved,
        startsAt: startsAt.toISOString(),
        minutes,
        language,
      },
      ...{ place, link },
    };
    const between = { from: this.settings.mailFrom, to };
    const { subject, hello, on, off, there, here, noReply } = WORDS[language];
    const when = whenIn(ownZone ?? timeZone, language, startsAt);
    const atThePractice = whenIn(timeZone, language, startsAt);
    const answer = [here, { link: `${String(this.settings.origins[0])}/me` }];
    return {
      subject,
      paragraphs: [
        hello,
        (isOff ? off : on).replace('{when}', () => when),
        ...(atThePractice === when ? [] : [there.replace('{when}', () => atThePractice)]),
        ...(isOff ? [] : answer),
        noReply,
      ],
      calendar: { method, text: isOff ? cancelled(entry, between) : requested(entry, between) },
    };
  }
}

/** With the zone by its name: whoever reads it may be elsewhere, and letters like *EST* say nothing to many. */
function whenIn(timeZone: string, language: Language, moment: Date): string {
  return new Intl.DateTimeFormat(language, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone },
    timeZoneName: 'long',
  }).format(moment);
}
