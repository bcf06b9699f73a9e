import { Injectable } from '@nestjs/common';
import { Cursors, Database } from '@common-ground/api/platform';
import type { AccessLogEntry, Page } from '@common-ground/contract';
import { subjectOfTrace, type Actor } from '@common-ground/rules/access';
import { AccessLogRepository } from './access-log.repository';

/** Who read or changed what is mine. */
@Injectable()
export class AccessLogService {
  constructor(
    private readonly database: Database,
    private readonly traces: AccessLogRepository,
    private readonly cursors: Cursors,
  ) {}

  read(actor: Actor, cursor: string | null, limit: number): Promise<Page<AccessLogEntry>> {
    return this.database.as(actor, async (tx) => {
      const found = await this.traces.ofMine(tx, this.cursors.read(actor, 'access-log', cursor), limit);
      const page = this.cursors.page(actor, 'access-log', found, limit, ({ at, id }) => ({ at, id }));
      const items = page.items.flatMap(({ at, who, relation, action }) => {
        const subject = subjectOfTrace(action);
        return subject === null ? [] : [{ at, who, relation, action, subject }];
      });
      return { items, next: page.next };
    });
  }
}
