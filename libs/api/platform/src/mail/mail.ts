import { Injectable } from '@nestjs/common';
import type { FamilyId, Language, MailHours, MailId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { mailMayGoAt } from '@common-ground/rules/content';
import type { Transaction } from '../database/transaction';
import { newId } from '../database/new-id';
import { insertRow, perform, rows } from '../database/rows';
import { Settings } from '../settings/settings';
import { isPlainAddress } from './letter';
import { Jobs } from './jobs';
import { MAIL_QUEUE, type MailJob } from './mail-queue';
import { MailEntity, type MailCameBack } from './mail.entity';

export interface NewMail {
  readonly sort: string;
  readonly aboutId: string;
  readonly familyId: FamilyId | null;
  readonly to: string;
  readonly language: Language;
}

export interface SentMail {
  readonly id: MailId;
  /** When it goes out, where it waits for hours that are safe. */
  readonly heldUntil: Date | null;
  /** False where no hour is safe for all whose address it is: it never goes out, and says so. */
  readonly goesOut: boolean;
}

/** When mail is safe for one of those whose address it goes to. */
export interface MailHoursRow extends MailHours {
  readonly timeZone: string;
}

export const MAIL_HOURS = `select days, from_hour as "from", until_hour as until, time_zone as "timeZone"
  from access.mail_hours($1)`;

const NO_HOURS: MailCameBack = 'no-hours';

/** Null where no moment is safe for everybody whose address it is. */
export function momentFor(hours: readonly MailHoursRow[], earliest: Date): Date | null {
  const [one] = hours;
  return one === undefined ? earliest : mailMayGoAt(earliest, hours, one.timeZone);
}

/**
 * The way out for mail: a transactional outbox. The row and the job are written in the caller's transaction; what the
 * mail says, and any secret in it, is made only when it is sent.
 */
@Injectable()
export class Mail {
  constructor(
    private readonly settings: Settings,
    private readonly jobs: Jobs,
  ) {}

  /** Whether mail can be sent at all. Where it cannot, nothing offers it. */
  get isOffered(): boolean {
    return this.settings.smtpUrl !== null && this.jobs.isOpen;
  }

  /** Whether something typed as a contact is an address mail could go to. */
  canReach(contact: string | null): contact is string {
    return this.isOffered && contact !== null && isPlainAddress(contact.trim());
  }

  /**
   * To somebody of a family it goes within the hours at which mail is safe for them.
   * @param afterSeconds how long it waits at least, where what it says may still change
   */
  async send(tx: Transaction, actor: Actor, mail: NewMail, afterSeconds = 0): Promise<SentMail> {
    if (!this.canReach(mail.to)) throw new Error('Mail is sent to plain addresses, where mail is offered.');
    const id = newId<'mail'>();
    const { practiceId, personId: madeBy } = actor;
    const { sort, aboutId, familyId, language } = mail;
    await insertRow(tx, MailEntity, {
      practiceId,
      id,
      sort,
      aboutId,
      familyId,
      toAddress: mail.to.trim(),
      language,
      madeBy,
    });
    const earliest = new Date(Date.now() + afterSeconds * 1000);
    const goesAt = momentFor(await rows<MailHoursRow>(tx, MAIL_HOURS, [id]), earliest);
    if (goesAt === null) {
      await perform(tx, 'select from access.note_mail_came_back($1, $2)', [id, NO_HOURS]);
      return { id, heldUntil: null, goesOut: false };
    }
    const isHeld = goesAt > earliest;
    if (isHeld) await perform(tx, 'select from access.hold_mail($1, $2)', [id, goesAt]);
    await this.handOn(tx, id, Math.ceil((goesAt.getTime() - Date.now()) / 1000));
    return { id, heldUntil: isHeld ? goesAt : null, goesOut: true };
  }

  /** Asks for a mail to be sent whose row was written in the same transaction. */
  async handOn(tx: Transaction, id: MailId, afterSeconds = 0): Promise<void> {
    const job: MailJob = { mailId: id };
    await this.jobs.ask(tx, MAIL_QUEUE, { ...job }, afterSeconds);
  }
}
