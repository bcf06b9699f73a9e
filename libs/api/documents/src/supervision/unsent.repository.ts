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

  /** With what they said in answer to these, which nobody could follow without them. */
  async discard(tx: Transaction, actor: Actor, ids: readonly CommentId[]): Promise<void> {
    await perform(
      tx,
      `with recursive gone as (
         select c.id from review_comment c where ${STRANDED} and c.id = any ($3)
         union select c.id from gone g join review_comment c on c.reply_to = g.id where ${STRANDED}
       )
       update review_comment c set discarded_at = now() where c.practice_id = $1 and c.id in (select id from gone)`,
      [actor.practiceId, actor.personId, ids],
    );
  }
}
