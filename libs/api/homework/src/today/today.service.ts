import { Injectable } from '@nestjs/common';
import { ConsentRequestsService } from '@common-ground/api/people';
import { Database, demand } from '@common-ground/api/platform';
import type { DocumentState, Today, TodayDocument } from '@common-ground/contract';
import { mayReadToday, type Actor } from '@common-ground/rules/access';
import { TodayRepository } from './today.repository';

@Injectable()
export class TodayService {
  constructor(
    private readonly database: Database,
    private readonly today: TodayRepository,
    private readonly requests: ConsentRequestsService,
  ) {}

  read(actor: Actor): Promise<Today> {
    return this.database.as(actor, async (tx) => {
      demand(mayReadToday(actor));
      const [documents, returned, cameBack, aLot, consentAnswers, waiting] = await Promise.all([
        this.today.documents(tx, actor),
        this.today.returned(tx, actor),
        this.today.cameBack(tx, actor),
        this.today.aLot(tx, actor),
        this.requests.answered(tx, actor),
        this.today.reviewsWaiting(tx, actor),
      ]);
      const inState = (state: DocumentState): TodayDocument[] =>
        documents.flatMap(({ state: at, said: _said, kind, ...document }) =>
          at === state && kind !== 'hour-plan' ? [{ ...document, kind }] : [],
        );
      return {
        returned,
        readyToShare: inState('approved'),
        waiting: documents
          .filter(({ state }) => state === 'submitted')
          .map(({ state: _state, ...document }) => document),
        drafts: inState('draft'),
        cameBack,
        aLot,
        consentAnswers,
        reviewsWaiting: waiting?.count ?? 0,
      };
    });
  }
}
