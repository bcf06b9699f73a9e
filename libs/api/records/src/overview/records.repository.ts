import { Injectable } from '@nestjs/common';
import { firstRow, type Transaction } from '@common-ground/api/platform';
import type { RecordsOverview } from '@common-ground/contract';

@Injectable()
export class RecordsRepository {
  /** Null for whoever does not administer the practice in context. */
  async overview(tx: Transaction): Promise<RecordsOverview | null> {
    const row = await firstRow<{ overview: RecordsOverview | null }>(
      tx,
      'select access.records_overview() as overview',
    );
    return row?.overview ?? null;
  }
}
