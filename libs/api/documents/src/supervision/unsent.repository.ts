import { Injectable } from '@nestjs/common';
import { iso, perform, rows, type Transaction } from '@common-ground/api/platform';
import { LIMITS, type CommentId, type UnsentComment } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { JUDGES_REVIEW } from '../drafting/sight';

/** Comments `c` of the actor on documents of which nothing waits for them: their time is over, or it was taken back. */
const STRANDED = `c.practice_id = $1 and c.author_id = $2 and c.sent_at is null and c.discarded_at is null
  and not exists (select from review r where r.practice_id = c.practice_id and r.document_id = c.document_id
    and r.state = 'waiting' and ${JUDGES_REVIEW})`;

@Injectable()
export class UnsentRepository {
  /** Their own words alone: the document they are about is perhaps no longer theirs to read. */
  list(tx: Transaction, actor: Actor): Promise<UnsentComment[]> {
    return rows(
      tx,
      `select c.id, c.text, c.suggestion, ${iso('c.written_at')} as at from review_comment c
       where ${STRANDED} order by c.written_at, c.id limit ${LIMITS.pageSize}`,
      [actor.practiceId, actor.personId],
    );
  }

  async discard(tx: Transaction, actor: Actor, ids: readonly CommentId[]): Promise<void> {
    await perform(
      tx,
      `update review_comment c set discarded_at = now() where ${STRANDED} and c.id = any ($3)`,
      [actor.practiceId, actor.personId, ids],
    );
  }
}
