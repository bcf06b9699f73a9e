import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Database,
  Mail,
  MailRoom,
  Settings,
  type Letter,
  type MailDue,
  type Transaction,
} from '@common-ground/api/platform';
import type { Language, PersonId } from '@common-ground/contract';
import { ReviewMailRepository } from './review-mail.repository';

/** As `access.make_review_mail()` calls its mails. */
const REVIEW_MAIL = 'review';

/** Mailboxes are read by others: no name, no title, and not what was decided. */
const WORDS: Readonly<Record<Language, { subject: string; before: string[]; after: string[] }>> = {
  en: {
    subject: 'Something waits for you',
    before: ['Hello,', 'There is something for you. Open your page to see what.'],
    after: [
      'To stop these messages, open Settings there.',
      'Please do not answer this message. Nobody reads what is sent to this address.',
    ],
  },
  es: {
    subject: 'Algo le espera',
    before: ['Hola:', 'Hay algo para usted. Abra su página para verlo.'],
    after: [
      'Para no recibir más estos mensajes, abra allí los Ajustes.',
      'Por favor, no responda a este mensaje. Nadie lee lo que llega a esta dirección.',
    ],
  },
};

/** Lets a colleague know by mail that a review waits for them or came back: that, and nothing about it. */
@Injectable()
export class ReviewMail implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly mails: ReviewMailRepository,
    private readonly mail: Mail,
    private readonly room: MailRoom,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.room.writes(REVIEW_MAIL, (mail) => this.#write(mail));
  }

  /** In the transaction of what it tells of: undone, nothing was told. */
  async tell(tx: Transaction, person: PersonId): Promise<void> {
    if (!this.mail.isOffered) return;
    const made = await this.mails.make(tx, person);
    if (made !== null) await this.mail.handOn(tx, made.id, made.afterSeconds);
  }

  /** Those who judge what a therapist sent to a supervisor: them, and whoever stands in for them today. */
  async tellJudges(tx: Transaction, supervisor: PersonId, therapist: PersonId): Promise<void> {
    for (const person of [supervisor, ...(await this.mails.standIns(tx, supervisor, therapist))])
      await this.tell(tx, person);
  }

  /** Null when there is nothing to come for any more, or the person does not want to be told. */
  async #write({ practiceId, aboutId, to, language }: MailDue): Promise<Letter | null> {
    const [due] = await this.database.beforeSignIn(
      'select wanted from access.review_mail_is_wanted($1, $2, $3) as wanted where wanted',
      [practiceId, aboutId, to],
    );
    if (due === undefined) return null;
    const { subject, before, after } = WORDS[language];
    const link = `${String(this.settings.origins[0])}/app`;
    return { subject, paragraphs: [...before, { link }, ...after] };
  }
}
