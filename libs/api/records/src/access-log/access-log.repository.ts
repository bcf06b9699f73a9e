import { Injectable } from '@nestjs/common';
import { iso, rows, type Place, type Transaction } from '@common-ground/api/platform';

export interface TraceRow {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly relation: string;
  readonly action: string;
}

@Injectable()
export class AccessLogRepository {
  /** What others read or changed of the asking person's, newest first; the database knows who asks. */
  ofMine(tx: Transaction, after: Place | null, limit: number): Promise<TraceRow[]> {
    return rows(
      tx,
      `select id, ${iso('at')} as at, who, relation, action from access.access_log($1, $2, $3)`,
      [after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }
}
