import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Database, Mail, MailRoom, Settings, type Letter, type MailDue } from '@common-ground/api/platform';
import type { Language } from '@common-ground/contract';
import { ReminderRepository } from './reminder.repository';

const EVERY_MS = 60_000;
/** As `access.make_reminders()` calls its mails. */
const REMINDER_MAIL = 'reminder';

/** What a reminder says. Mailboxes are read by others: no name, no reason, and not what is waiting. */
const WORDS: Readonly<Record<Language, { subject: string; before: string[]; after: string[] }>> = {
  en: {
    subject: 'Your reminder',
    before: ['Hello,', 'You asked for a reminder. There is something on your page, ready when you are.'],
    after: [
      'To change or stop these messages, open your page and choose Reminders.',
      'Please do not answer this message. Nobody reads what is sent to this address.',
    ],
  },
  es: {
    subject: 'Su recordatorio',
    before: ['Hola:', 'Usted pidió un recordatorio. Hay algo en su página, para cuando pueda.'],
    after: [
      'Para cambiar o parar estos mensajes, abra su página y elija Recordatorios.',
      'Por favor, no responda a este mensaje. Nadie lee lo que llega a esta dirección.',
    ],
  },
};

/**
 * Makes the reminders that are due, every minute, in whichever process is first. That a day has had its reminder is
 * written in the same transaction as the mail, so no second process and no second try makes another.
 */
@Injectable()
export class ReminderRound implements OnModuleInit, OnApplicationShutdown {
  readonly #log = new Logger('Reminders');
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderRepository,
    private readonly mail: Mail,
    private readonly room: MailRoom,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.room.writes(REMINDER_MAIL, (mail) => this.#write(mail), { isOnce: true, isAtOwnHour: true });
  }

  /** Makes them now and then every minute, until the program ends. Where no mail leaves it does nothing. */
  begin(): void {
    if (!this.mail.isOffered) return;
    const go = (): void => {
      this.#working = this.#makeThoseDue().catch((failure: unknown) => {
        this.#log.error(`reminders failed: ${failure instanceof Error ? failure.message : 'unknown'}`);
      });
    };
    go();
    this.#timer = setInterval(go, EVERY_MS);
    this.#timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#working;
  }

  #makeThoseDue(): Promise<unknown> {
    return this.database.alone('making reminders', async (tx) => {
      for (const id of await this.reminders.makeThoseDue(tx)) await this.mail.handOn(tx, id);
    });
  }

  /** Null when there is nothing to be reminded of any more, or not by this person, or not here. */
  async #write({ id, practiceId, aboutId, to, language }: MailDue): Promise<Letter | null> {
    const [due] = await this.database.beforeSignIn(
      'select wanted from access.reminder_is_wanted($1, $2, $3, $4) as wanted where wanted',
      [practiceId, aboutId, to, id],
    );
    if (due === undefined) return null;
    const { subject, before, after } = WORDS[language];
    return { subject, paragraphs: [...before, { link: `${String(this.settings.origins[0])}/me` }, ...after] };
  }
}
