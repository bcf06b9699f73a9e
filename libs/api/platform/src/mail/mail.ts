import { Injectable } from '@nestjs/common';
import type { FamilyId, Language, MailId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { Transaction } from '../database/transaction';
import { newId } from '../database/new-id';
import { insertRow } from '../database/rows';
import { Settings } from '../settings/settings';
import { isPlainAddress } from './letter';
import { Jobs } from './jobs';
import { MAIL_QUEUE, type MailJob } from './mail-queue';
import { MailEntity } from './mail.entity';

export interface NewMail {
  readonly sort: string;
  readonly aboutId: string;
  readonly familyId: FamilyId | null;
  readonly to: string;
  readonly language: Language;
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

  /** @param afterSeconds how long it waits at least, where what it says may still change */
  async send(tx: Transaction, actor: Actor, mail: NewMail, afterSeconds = 0): Promise<MailId> {
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
    await this.handOn(tx, id, afterSeconds);
    return id;
  }

  /** Asks for a mail to be sent whose row was written in the same transaction. */
  async handOn(tx: Transaction, id: MailId, afterSeconds = 0): Promise<void> {
    const job: MailJob = { mailId: id };
    await this.jobs.ask(tx, MAIL_QUEUE, { ...job }, afterSeconds);
  }
}
