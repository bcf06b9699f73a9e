import { Injectable } from '@nestjs/common';
import { personAt } from '@common-ground/api/people';
import { changedRows, iso, rows, type Transaction } from '@common-ground/api/platform';
import type { CoachWord, CoachWordId, NewCoachWord } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

@Injectable()
export class CoachWordsRepository {
  list(tx: Transaction, actor: Actor): Promise<CoachWord[]> {
    return rows(
      tx,
      `select w.id, w.language, w.sort, w.phrase, w.gentler, ${personAt('w', 'added_by')} ->> 'displayName' as "addedBy",
         ${iso('w.added_at')} as "addedAt"
       from coach_word w where w.practice_id = $1 and w.removed_at is null
       order by w.language, lower(w.phrase), w.id`,
      [actor.practiceId],
    );
  }

  /** False where the same phrase stands on the list already. */
  async add(tx: Transaction, actor: Actor, id: CoachWordId, word: NewCoachWord): Promise<boolean> {
    const added = await changedRows(
      tx,
      `insert into coach_word (practice_id, id, language, sort, phrase, gentler, added_by)
       values ($1, $2, $4, $5, $6, $7, $3)
       on conflict (practice_id, language, lower(phrase)) where removed_at is null do nothing`,
      [
        ...[actor.practiceId, id, actor.personId, word.language, word.sort],
        ...[word.phrase.trim(), word.gentler?.trim() ?? null],
      ],
    );
    return added === 1;
  }

  /** False where it was taken off before, or was never there. */
  async remove(tx: Transaction, actor: Actor, id: CoachWordId): Promise<boolean> {
    const removed = await changedRows(
      tx,
      `update coach_word set removed_at = now(), removed_by = $3
       where practice_id = $1 and id = $2 and removed_at is null`,
      [actor.practiceId, id, actor.personId],
    );
    return removed === 1;
  }
}
