import { Injectable } from '@nestjs/common';
import { firstRow, perform, rows, type Transaction } from '@common-ground/api/platform';
import type { FamilyId, PersonId, PersonName, PersonRecord } from '@common-ground/contract';
import type { Actor, MergeFacts } from '@common-ground/rules/access';
import { onCaseload } from '../families/sight';

export type CandidateRow = PersonName & { readonly contacts: readonly string[] };

/** A family the one record now has a place in, and whether it waits there to be confirmed anew. */
export interface MergedFamilyRow {
  readonly id: FamilyId;
  readonly name: string;
  readonly isPaused: boolean;
}

const UNSEEN: MergeFacts = {
  isSeen: false,
  isAllMine: false,
  isMerged: false,
  hasWorkedHere: false,
  isClientOfOther: false,
  hasBlock: false,
  speaksForOther: false,
  hasBothBegun: false,
  hasErasureWaiting: false,
  keptIsConfirmed: false,
  duplicateIsConfirmed: false,
};

@Injectable()
export class MergingRepository {
  /** Everybody with a place in the actor's families, whatever became of it, with every address they have there. */
  candidates(tx: Transaction, actor: Actor): Promise<CandidateRow[]> {
    return rows(
      tx,
      `select p.id, p.display_name as "displayName",
         array_remove(array_agg(distinct m.contact), null) as contacts
       from member m join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where m.practice_id = $1 and m.merged_into is null and ${onCaseload('m')}
       group by p.id, p.display_name order by p.display_name, p.id`,
      [actor.practiceId, actor.personId],
    );
  }

  /** Records as far as they reach into the actor's families. */
  records(tx: Transaction, actor: Actor, ids: readonly PersonId[]): Promise<PersonRecord[]> {
    return rows(
      tx,
      `select p.id, p.display_name as "displayName", access.signs_in(p.id) as "signsIn",
         json_agg(json_build_object('family', json_build_object('id', f.id, 'name', f.name), 'memberId', m.id,
           'relation', m.relation, 'state', m.state, 'contact', m.contact) order by f.name, f.id) as places,
         (select count(*)::int from task t where t.practice_id = p.practice_id and t.person_id = p.id
           and ${onCaseload('t')}) as tasks,
         (select count(*)::int from consent c where c.practice_id = p.practice_id and c.revoked_at is null
           and (c.from_id = p.id or c.member_id = any (array_agg(m.id))) and ${onCaseload('c')}) as consents
       from person p
         join member m on m.practice_id = p.practice_id and m.person_id = p.id and m.merged_into is null
           and ${onCaseload('m')}
         join family f on f.practice_id = m.practice_id and f.id = m.family_id
       where p.practice_id = $1 and p.id = any ($3)
       group by p.practice_id, p.id, p.display_name`,
      [actor.practiceId, actor.personId, ids],
    );
  }

  /** Keeps what decides about the two as it is until the transaction ends. */
  hold(tx: Transaction, kept: PersonId, duplicate: PersonId): Promise<void> {
    return perform(tx, `select access.hold_to_merge($1, $2)`, [kept, duplicate]);
  }

  /** What stands between the two. The database answers only about people of the actor's families. */
  async facts(tx: Transaction, kept: PersonId, duplicate: PersonId): Promise<MergeFacts> {
    const found = await firstRow<MergeFacts>(
      tx,
      `select true as "isSeen", is_all_mine as "isAllMine", is_merged as "isMerged",
         has_worked_here as "hasWorkedHere", is_client_of_other as "isClientOfOther", has_block as "hasBlock",
         speaks_for_other as "speaksForOther", has_both_begun as "hasBothBegun",
         has_erasure_waiting as "hasErasureWaiting", kept_is_confirmed as "keptIsConfirmed",
         duplicate_is_confirmed as "duplicateIsConfirmed"
       from access.merge_standing($1, $2)`,
      [kept, duplicate],
    );
    return found ?? UNSEEN;
  }

  /** Makes one record of two: one act of the database, which asks everything once more. */
  merge(tx: Transaction, actor: Actor, kept: PersonId, duplicate: PersonId): Promise<MergedFamilyRow[]> {
    return rows(
      tx,
      `select f.id, f.name, s.is_paused as "isPaused"
       from access.merge_people($2, $3) s join family f on f.practice_id = $1 and f.id = s.family_id
       order by f.name, f.id`,
      [actor.practiceId, kept, duplicate],
    );
  }
}
