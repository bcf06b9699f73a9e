import { Injectable } from '@nestjs/common';
import { Database, demand } from '@common-ground/api/platform';
import type { ReviewTimes } from '@common-ground/contract';
import { mayAdministerPractice, type Actor } from '@common-ground/rules/access';
import { ReviewTimesRepository } from './review-times.repository';

const A_YEAR = 12;

/** How long texts wait for a review, in numbers. */
@Injectable()
export class ReviewTimesService {
  constructor(
    private readonly database: Database,
    private readonly times: ReviewTimesRepository,
  ) {}

  read(actor: Actor): Promise<ReviewTimes> {
    demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => ({
      waiting: await this.times.waiting(tx, actor),
      months: await this.times.months(tx, A_YEAR),
    }));
  }
}
