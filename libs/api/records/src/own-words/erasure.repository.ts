import { Injectable } from '@nestjs/common';
import { familyAt, onCaseload, personAt } from '@common-ground/api/people';
import {
  changedRows,
  firstRow,
  iso,
  newId,
  perform,
  rows,
  type Transaction,
} from '@common-ground/api/platform';
import type { Erasure, ErasureId, FamilyId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

export type ErasureRow = Omit<Erasure, 'may'>;

/** As many as a first page can tell of. */
const AT_MOST = 20;

const SELECT = `select e.id, e.family_id as "familyId", ${familyAt('e')} as family, ${personAt('e', 'person_id')} as who,
    ${iso('e.asked_at')} as "askedAt", e.state, ${iso('e.decided_at')} as "decidedAt", e.because
  from erasure_request e where e.practice_id = $1`;

@Injectable()
export class ErasureRepository {
  /** Families the actor has written something for that is not erased. */
  async familiesWrittenFor(tx: Transaction, actor: Actor): Promise<FamilyId[]> {
    const found = await rows<{ id: FamilyId }>(
      tx,
      `select distinct a.family_id as id from answer a
       where a.practice_id = $1 and a.author_id = $2
         and (a.value is not null or exists (select from answer_history h where h.practice_id = a.practice_id
           and h.answer_id = a.id and h.value is not null))
       union select r.family_id from access.my_replies() r where r.words <> ''
       union select l.family_id from access.my_look_backs() l`,
      [actor.practiceId, actor.personId],
    );
    return found.map(({ id }) => id);
  }

  /** Asks once: while a request waits, asking again changes nothing. */
  async ask(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<boolean> {
    const asked = await changedRows(
      tx,
      `insert into erasure_request (practice_id, id, family_id, person_id, state) values ($1, $2, $3, $4, 'waiting')
       on conflict (practice_id, family_id, person_id) where state = 'waiting' do nothing`,
      [actor.practiceId, newId(), familyId, actor.personId],
    );
    return asked === 1;
  }

  own(tx: Transaction, actor: Actor): Promise<ErasureRow[]> {
    return rows(tx, `${SELECT} and e.person_id = $2 order by e.asked_at desc, e.id desc`, [
      actor.practiceId,
      actor.personId,
    ]);
  }

  ofFamily(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<ErasureRow[]> {
    return rows(
      tx,
      `${SELECT} and e.family_id = $3 and ${onCaseload('e')} order by e.asked_at desc, e.id desc`,
      [actor.practiceId, actor.personId, familyId],
    );
  }

  /** What waits in all families the actor leads, the oldest first. */
  waiting(tx: Transaction, actor: Actor): Promise<ErasureRow[]> {
    return rows(
      tx,
      `${SELECT} and e.state = 'waiting' and ${onCaseload('e')} order by e.asked_at, e.id limit ${AT_MOST}`,
      [actor.practiceId, actor.personId],
    );
  }

  find(tx: Transaction, actor: Actor, id: ErasureId): Promise<ErasureRow | null> {
    return firstRow(tx, `${SELECT} and e.id = $2`, [actor.practiceId, id]);
  }

  /** Erases every answer the request is about and all its earlier wordings; false when it no longer waits. */
  async carryOut(tx: Transaction, id: ErasureId): Promise<boolean> {
    const row = await firstRow<{ done: boolean }>(tx, `select access.erase_own_words($1) as done`, [id]);
    return row?.done ?? false;
  }

  async refuse(tx: Transaction, actor: Actor, id: ErasureId, because: string): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update erasure_request set state = 'refused', decided_at = now(), decided_by = $2, because = $4
       where practice_id = $1 and id = $3 and state = 'waiting'`,
      [actor.practiceId, actor.personId, id, because],
    );
    return changed === 1;
  }

  /** Two decisions at once wait for each other here. */
  async lock(tx: Transaction, actor: Actor, id: ErasureId): Promise<void> {
    await perform(tx, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${actor.practiceId} ${id}`]);
  }
}
