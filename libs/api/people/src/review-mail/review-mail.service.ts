import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Mail, type Transaction } from '@common-ground/api/platform';
import type { MyReviewMail } from '@common-ground/contract';
import { mayChooseReviewMail, type Actor } from '@common-ground/rules/access';
import { ReviewMailRepository } from './review-mail.repository';

/** Whether somebody who writes or judges documents wants to be told by mail. */
@Injectable()
export class ReviewMailService {
  constructor(
    private readonly database: Database,
    private readonly mails: ReviewMailRepository,
    private readonly mail: Mail,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor): Promise<MyReviewMail> {
    demand(mayChooseReviewMail(actor));
    return this.database.as(actor, (tx) => this.#present(tx, actor));
  }

  /** Saying the same once more changes nothing. */
  choose(actor: Actor, wanted: boolean): Promise<MyReviewMail> {
    const because = demand(mayChooseReviewMail(actor));
    return this.database.as(actor, async (tx) => {
      if ((await this.mails.wanted(tx, actor)) !== wanted) {
        await this.mails.choose(tx, wanted);
        await this.audit.record(tx, actor, { action: 'review-mail.choose', because, subjects: [] });
      }
      return this.#present(tx, actor);
    });
  }

  async #present(tx: Transaction, actor: Actor): Promise<MyReviewMail> {
    return { isOffered: this.mail.isOffered, wanted: (await this.mails.wanted(tx, actor)) === true };
  }
}
