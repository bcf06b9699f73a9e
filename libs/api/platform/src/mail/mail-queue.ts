import type { MailId } from '@common-ground/contract';

export const MAIL_QUEUE = 'mail';

/** All a job knows: nobody's name, address or secret lies among the jobs. */
export interface MailJob {
  readonly mailId: MailId;
}
