import { Injectable } from '@nestjs/common';
import { mailCameBack } from '@common-ground/api/people';
import { firstRow, rows, type Transaction } from '@common-ground/api/platform';
import type {
  DocumentId,
  FamilyId,
  MemberId,
  PersonId,
  ReminderLine,
  ShareId,
} from '@common-ground/contract';
import type { Actor, ReminderFacts } from '@common-ground/rules/access';

export interface RemindedShareRow {
  readonly id: ShareId;
  readonly documentId: DocumentId;
  readonly title: string;
  readonly family: { readonly id: FamilyId; readonly name: string };
  readonly revokedAt: string | null;
  readonly stoppedAt: string | null;
  readonly isOver: boolean;
  readonly hasOpened: boolean;
}

export type ReminderLineRow = Omit<ReminderLine, 'because'> & ReminderFacts;

@Injectable()
export class ReminderAskRepository {
  share(tx: Transaction, actor: Actor, id: ShareId): Promise<RemindedShareRow | null> {
    return firstRow(
      tx,
      `select s.id, s.document_id as "documentId", v.title, s.revoked_at::text as "revokedAt",
         s.stopped_at::text as "stoppedAt", coalesce(s.open_until_on < access.today(), false) as "isOver",
         exists (select from task t where t.practice_id = s.practice_id and t.share_id = s.id
           and t.given_at <= now()) as "hasOpened",
         json_build_object('id', f.id, 'name', f.name) as family
       from share s
         join document_version v on v.practice_id = s.practice_id and v.id = s.version_id
         join family f on f.practice_id = s.practice_id and f.id = s.family_id
       where s.practice_id = $1 and s.id = $2`,
      [actor.practiceId, id],
    );
  }

  /** Everybody the share went to, in the order in which they joined the family. */
  lines(tx: Transaction, actor: Actor, id: ShareId): Promise<ReminderLineRow[]> {
    return rows(
      tx,
      `select json_build_object('memberId', m.id, 'displayName', p.display_name, 'relation', m.relation) as member,
         l.standing, l.is_reachable as "isReachable", l.wants_when_asked as "wantsWhenAsked",
         coalesce(l.asked_on = access.today(), false) as "wasAskedToday",
         case when l.asked_on is not null then json_build_object('askedOn', l.asked_on, 'by', b.display_name,
           'wentOutOn', l.went_out_on, 'isOnItsWay', l.is_on_its_way) end as last,
         ${mailCameBack('m')} as "mailCameBack"
       from access.reminder_lines($2) l
         join member m on m.practice_id = $1 and m.id = l.member_id
         join person p on p.practice_id = m.practice_id and p.id = m.person_id
         left join person b on b.practice_id = m.practice_id and b.id = l.asked_by
       order by m.added_at, m.id`,
      [actor.practiceId, id],
    );
  }

  /**
   * Asks for these people, as far as nobody did today for this share; whoever asks at the same moment asks for nobody twice.
   * @returns whom it was now asked for
   */
  async ask(
    tx: Transaction,
    actor: Actor,
    id: ShareId,
    memberIds: readonly MemberId[],
  ): Promise<readonly PersonId[]> {
    const asked = await rows<{ personId: PersonId }>(
      tx,
      `insert into reminder_ask (practice_id, id, share_id, family_id, member_id, person_id, asked_by, asked_on)
       select t.practice_id, gen_random_uuid(), t.share_id, t.family_id, t.member_id, t.person_id, $2, access.today()
       from task t where t.practice_id = $1 and t.share_id = $3 and t.member_id = any ($4)
       group by t.practice_id, t.share_id, t.family_id, t.member_id, t.person_id
       on conflict (practice_id, share_id, member_id, asked_on) do nothing returning person_id as "personId"`,
      [actor.practiceId, actor.personId, id, memberIds],
    );
    return asked.map(({ personId }) => personId);
  }
}
