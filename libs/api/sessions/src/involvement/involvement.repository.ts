import { Injectable } from '@nestjs/common';
import { onCaseload } from '@common-ground/api/people';
import { rows, type Transaction } from '@common-ground/api/platform';
import type {
  FamilySessionId,
  PersonId,
  PersonName,
  InvolvementRecord,
  SessionReply,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

/** Somebody of the family who may have been at an hour. */
export type ThereRow = InvolvementRecord['people'][number] & {
  readonly personId: PersonId;
  readonly reply: SessionReply | null;
};

@Injectable()
export class InvolvementRepository {
  /** Whoever of the staff was planned for the hour, also when they have left the family since. */
  staff(tx: Transaction, actor: Actor, ids: readonly string[]): Promise<PersonName[]> {
    return rows(
      tx,
      `select p.id, p.display_name as "displayName" from person p
       where p.practice_id = $1 and p.id = any ($2::uuid[]) order by array_position($2::uuid[], p.id)`,
      [actor.practiceId, ids],
    );
  }

  /** Whoever is confirmed in the family today, or was asked to this hour: people come who were asked by word of mouth. */
  there(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<ThereRow[]> {
    return rows(
      tx,
      `select m.id as "memberId", m.person_id as "personId", p.display_name as "displayName", m.relation, r.reply
       from family_session s
         join member m on m.practice_id = s.practice_id and m.family_id = s.family_id
         join person p on p.practice_id = m.practice_id and p.id = m.person_id
         left join session_reply r on r.practice_id = s.practice_id and r.session_id = s.id and r.member_id = m.id
           and r.withdrawn_at is null
       where s.practice_id = $1 and s.id = $3 and ${onCaseload('s')} and (m.state = 'confirmed' or r.id is not null)
       order by m.relation <> 'client', p.display_name, m.id`,
      [actor.practiceId, actor.personId, id],
    );
  }
}
