import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { Language, MailId, PracticeId } from '@common-ground/contract';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { Database } from '../database/database';
import { Settings } from '../settings/settings';
import { asHtml, asText, isPlainAddress, onOneLine, type Letter } from './letter';
import { Jobs, type Job } from './jobs';
import { MAIL_HOURS, momentFor, type MailHoursRow } from './mail';
import { MAIL_QUEUE, type MailJob } from './mail-queue';
import type { MailCameBack } from './mail.entity';
import { returnAddressOf } from './return-address';

/** A mail that is due, as its writer and the postman need it. */
export interface MailDue {
  readonly id: MailId;
  readonly practiceId: PracticeId;
  readonly sort: string;
  readonly aboutId: string;
  readonly to: string;
  readonly language: Language;
  /** The neutral name the practice gave itself for envelopes. */
  readonly senderName: string;
}

/** Writes the letter at the moment it goes out; null when there is nothing to say any more. */
export type LetterWriter = (mail: MailDue) => Promise<Letter | null>;

/** How a sort of mail is written, and how it goes out. */
interface Sort {
  readonly write: LetterWriter;
  /** Once at most: it is rather lost than there twice. */
  readonly isOnce: boolean;
  /** At an hour that whoever gets it chose themself. */
  readonly isAtOwnHour: boolean;
}

const PATIENCE = 20_000;

/** Where mail is written and handed to the SMTP server. Every process has one; a mail is taken by one of them. */
@Injectable()
export class MailRoom {
  readonly #log = new Logger('Mail');
  readonly #sorts = new Map<string, Sort>();
  /** Message ids of letters whose first words may have left. */
  readonly #begun = new Set<string>();
  #post: Transporter | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Says who writes the mails of one sort, whether one may ever go out twice, and whose hours it goes by. */
  writes(sort: string, write: LetterWriter, { isOnce = false, isAtOwnHour = false } = {}): void {
    this.#sorts.set(sort, { write, isOnce, isAtOwnHour });
  }

  /** Begins to work, where there is a server for mail. */
  async open(): Promise<void> {
    if (this.settings.smtpUrl === null) return;
    this.#post = createTransport({
      url: this.settings.smtpUrl,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.#post.use('stream', ({ message, data: { messageId } }, next) => {
      // The stream is asked for once the server has let us in, right before the letter is offered to it.
      message.transform(() => {
        this.#begun.add(String(messageId));
        return new PassThrough();
      });
      next();
    });
    await this.jobs.open();
    await this.jobs.work<MailJob>(MAIL_QUEUE, (job) => this.#deliver(job));
  }

  async #deliver(job: Job<MailJob>): Promise<void> {
    const {
      data: { mailId },
      isLastTry,
    } = job;
    const [mail] = await this.database.beforeSignIn<MailDue>(
      `select $1::uuid as id, practice_id as "practiceId", sort, about_id as "aboutId", to_address as "to", language,
         sender_name as "senderName" from access.mail_due($1)`,
      [mailId],
    );
    const sort = mail && this.#sorts.get(mail.sort);
    // Whoever chose their own hour is asked for by the writer.
    if (sort !== undefined && !sort.isAtOwnHour) {
      if ((await this.#isKeptBack(mailId)) || (await this.#waits(job))) return;
    }
    const letter = mail && (await sort?.write(mail));
    if (mail === undefined || letter === null) return;
    if (sort === undefined || letter === undefined)
      throw new Error(`Nobody writes mails of the sort ${mail.sort}.`);
    if (sort.isOnce && !(await this.#begins(mailId))) return;
    const messageId = this.#messageId(mailId, sort);
    try {
      await this.#hand(mail, letter, messageId);
    } catch (failure) {
      if (sort.isOnce && this.#begun.has(messageId) && !isAnswered(failure)) {
        this.#log.warn(`${mailId} may have been taken, and is not sent again`);
        return;
      }
      if (sort.isOnce)
        await this.database.beforeSignIn('select from access.note_mail_not_taken($1)', [mailId]);
      const refused = isRefusedForGood(failure);
      this.#log.warn(
        `${mailId} ${refused ? 'was refused' : 'could not be handed over'}${isLastTry ? ', for good' : ''}`,
      );
      // The cause names addresses, and what is thrown here is kept among the jobs.
      // eslint-disable-next-line preserve-caught-error
      if (!refused && !isLastTry) throw new Error('The mail could not be handed over.');
      return this.#noteCameBack(mailId, refused ? 'refused' : 'given-up');
    } finally {
      this.#begun.delete(messageId);
    }
    await this.database.beforeSignIn('select from access.note_mail_sent($1)', [mailId]);
  }

  /** True when what was safe, or in time, as it was asked for is so no more: an address changes, and an hour goes by. */
  async #isKeptBack(mailId: MailId): Promise<boolean> {
    const [found] = await this.database.beforeSignIn<{ because: MailCameBack | null }>(
      'select because from access.mail_hindrance($1) as because',
      [mailId],
    );
    if (!found?.because) return false;
    this.#log.warn(`${mailId} is not sent: ${found.because}`);
    await this.#noteCameBack(mailId, found.because);
    return true;
  }

  /** True when it may not go out now: hours that are safe may have been written down, or gone by, since it was asked for. */
  async #waits(job: Job<MailJob>): Promise<boolean> {
    const { mailId } = job.data;
    const now = new Date();
    const moment = momentFor(await this.database.beforeSignIn<MailHoursRow>(MAIL_HOURS, [mailId]), now);
    if (moment === null) {
      this.#log.warn(`${mailId} has no hour at which it may go out`);
      await this.#noteCameBack(mailId, 'no-hours');
      return true;
    }
    if (moment <= now) return false;
    await this.database.beforeSignIn('select from access.hold_mail($1, $2)', [mailId, moment]);
    const seconds = Math.ceil((moment.getTime() - now.getTime()) / 1000);
    await this.jobs.askLater(MAIL_QUEUE, job, { mailId }, seconds);
    return true;
  }

  /** False when a process has begun to hand it over before, and may have done so. */
  async #begins(mailId: MailId): Promise<boolean> {
    const begun = await this.database.beforeSignIn('select from access.begin_handing_mail($1)', [mailId]);
    if (begun.length === 0) this.#log.warn(`${mailId} may have been handed over before, and is not sent`);
    return begun.length > 0;
  }

  /**
   * One that goes out once has one name for ever, so that a mailbox can tell. Of the others the later letter is the one
   * that works, and no mailbox may take it for the earlier one.
   */
  #messageId(mailId: MailId, { isOnce }: Sort): string {
    return `<${isOnce ? mailId : randomUUID()}@${this.settings.mailFrom.split('@').pop() ?? 'localhost'}>`;
  }

  async #hand({ id, to, language, senderName }: MailDue, letter: Letter, messageId: string): Promise<void> {
    if (!isPlainAddress(to) || this.#post === null) throw new Error('There is no way to this address.');
    await this.#post.sendMail({
      messageId,
      ...this.#waysBack(id, to),
      from: { name: onOneLine(senderName), address: this.settings.mailFrom },
      // As an object it is one address, whatever stands in it.
      to: { name: '', address: to },
      subject: onOneLine(letter.subject),
      text: asText(letter),
      html: asHtml(letter, language),
      ...(letter.calendar && {
        icalEvent: {
          filename: 'appointment.ics',
          method: letter.calendar.method,
          content: letter.calendar.text,
        },
      }),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
  }

  /**
   * Where a report goes that it was not delivered. It need not bring the letter along, which may have a link in it, and
   * is to name the address that we wrote to, whatever became of it further on.
   */
  #waysBack(id: MailId, to: string): Pick<SendMailOptions, 'envelope' | 'dsn'> {
    const { returnMail: domain, secretKey } = this.settings;
    if (domain === null) return {};
    return {
      envelope: { from: returnAddressOf(id, { domain, secretKey }), to },
      dsn: { return: 'headers', notify: 'failure', recipient: `rfc822;${to}` },
    };
  }

  async #noteCameBack(mailId: MailId, because: MailCameBack): Promise<void> {
    await this.database.beforeSignIn('select from access.note_mail_came_back($1, $2)', [mailId, because]);
  }
}

/**
 * The server for mail said what it makes of the letter, which was no. A 421 is what it says when it goes away, at any
 * moment: once the letter was with it, that is no answer.
 */
function isAnswered(failure: unknown): boolean {
  if (!(failure instanceof Error) || !('responseCode' in failure)) return false;
  const { responseCode } = failure;
  const isLeaving = responseCode === 421 && !('code' in failure && failure.code === 'EENVELOPE');
  return typeof responseCode === 'number' && !isLeaving;
}

/** A server that refuses this address or this letter with a 5xx will not change its mind; a wrong password may be mended. */
function isRefusedForGood(failure: unknown): boolean {
  if (!(failure instanceof Error) || !('responseCode' in failure) || !('code' in failure)) return false;
  const { responseCode, code } = failure;
  return (
    typeof responseCode === 'number' && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  );
}
