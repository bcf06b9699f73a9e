import { Injectable } from '@nestjs/common';
import { newId, perform, rows, type Transaction } from '@common-ground/api/platform';
import type { DocumentId, KeepWording } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { KeptWording } from '@common-ground/rules/content';

@Injectable()
export class KeptWordingsRepository {
  of(tx: Transaction, actor: Actor, id: DocumentId): Promise<KeptWording[]> {
    return rows(
      tx,
      `select sort, quote from kept_wording
       where practice_id = $1 and document_id = $2 and reconsidered_at is null`,
      [actor.practiceId, id],
    );
  }

  async keep(tx: Transaction, actor: Actor, id: DocumentId, { sort, quote }: KeepWording): Promise<void> {
    await perform(
      tx,
      `insert into kept_wording (practice_id, id, document_id, sort, quote, kept_by) values ($1, $6, $2, $4, $5, $3)
       on conflict (practice_id, document_id, sort, md5(quote))
         do update set kept_by = $3, kept_at = now(), reconsidered_at = null`,
      [actor.practiceId, id, actor.personId, sort, quote, newId<'kept-wording'>()],
    );
  }

  async reconsider(tx: Transaction, actor: Actor, id: DocumentId): Promise<void> {
    await perform(
      tx,
      `update kept_wording set reconsidered_at = now()
       where practice_id = $1 and document_id = $2 and reconsidered_at is null`,
      [actor.practiceId, id],
    );
  }
}
