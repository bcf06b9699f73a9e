import { Injectable } from '@nestjs/common';
import { firstRow, insertRow, iso, newId, rows, type Transaction } from '@common-ground/api/platform';
import type { Language, NewNotice, NoticeId, NoticeSort } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { NoticeEntity } from './notice.entity';

export interface NoticeRow {
  readonly id: NoticeId;
  readonly sort: NoticeSort;
  readonly language: Language;
  readonly version: number;
  readonly text: string;
  readonly inForceFrom: string;
  readonly writtenBy: string | null;
  readonly writtenAt: string;
  readonly today: string;
}

const SELECT = `
  select n.id, n.sort, n.language, n.version, n.text, n.in_force_from::text as "inForceFrom",
         (select p.display_name from person p where p.practice_id = n.practice_id and p.id = n.written_by) as "writtenBy",
         ${iso('n.written_at')} as "writtenAt", access.today()::text as today
  from notice n where n.practice_id = $1`;

@Injectable()
export class NoticeRepository {
  /** Every notice the practice ever had, newest first. */
  list(tx: Transaction, actor: Actor): Promise<NoticeRow[]> {
    return rows(tx, `${SELECT} order by n.sort, n.language, n.version desc`, [actor.practiceId]);
  }

  /** The newest version whose day has come, or null while the practice has none. */
  inForce(tx: Transaction, actor: Actor, sort: NoticeSort, language: Language): Promise<NoticeRow | null> {
    return firstRow(
      tx,
      `${SELECT} and n.sort = $2 and n.language = $3 and n.in_force_from <= access.today()
       order by n.version desc limit 1`,
      [actor.practiceId, sort, language],
    );
  }

  /** Adds the next version. Versions are counted, so the practice is locked by whoever writes one. */
  async add(tx: Transaction, actor: Actor, body: NewNotice): Promise<NoticeId> {
    const id = newId<'notice'>();
    const latest = await firstRow<{ version: number }>(
      tx,
      `select coalesce(max(version), 0) as version from notice where practice_id = $1 and sort = $2 and language = $3`,
      [actor.practiceId, body.sort, body.language],
    );
    await insertRow(tx, NoticeEntity, {
      practiceId: actor.practiceId,
      id,
      sort: body.sort,
      language: body.language,
      version: (latest?.version ?? 0) + 1,
      text: body.text,
      inForceFrom: body.inForceFrom,
      writtenBy: actor.personId,
    });
    return id;
  }
}
