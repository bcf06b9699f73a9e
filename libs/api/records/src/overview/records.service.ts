import { Injectable } from '@nestjs/common';
import { Database, demand, Refusal } from '@common-ground/api/platform';
import type { RecordsOverview } from '@common-ground/contract';
import { mayReadRecords, type Actor } from '@common-ground/rules/access';
import { RecordsRepository } from './records.repository';

@Injectable()
export class RecordsService {
  constructor(
    private readonly database: Database,
    private readonly records: RecordsRepository,
  ) {}

  overview(actor: Actor): Promise<RecordsOverview> {
    demand(mayReadRecords(actor));
    return this.database.as(actor, async (tx) => {
      const overview = await this.records.overview(tx);
      // The role was taken away between the door and here.
      if (overview === null) throw new Refusal('not-allowed');
      return overview;
    });
  }
}
