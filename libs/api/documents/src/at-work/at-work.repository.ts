import { Injectable } from '@nestjs/common';
import { rows, type Transaction } from '@common-ground/api/platform';
import type { AtWork, DocumentId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

@Injectable()
export class AtWorkRepository {
  /** Says where the person is, `null` for nowhere, and finds who else is in which block of this draft. */
  come(tx: Transaction, actor: Actor, id: DocumentId, blockId: string | null): Promise<AtWork[]> {
    return rows(
      tx,
      `select json_build_object('id', p.id, 'displayName', p.display_name) as person, w.block_id as "blockId"
       from access.come_to_work($2, $3) w join person p on p.practice_id = $1 and p.id = w.person_id
       order by p.display_name, p.id`,
      [actor.practiceId, id, blockId],
    );
  }
}
