import { Injectable } from '@nestjs/common';
import {
  changedRows,
  DID_NOT_ARRIVE,
  firstRow,
  insertRow,
  iso,
  perform,
  rows,
  type Transaction,
} from '@common-ground/api/platform';
import type {
  FamilyId,
  Invitation,
  InvitationId,
  InvitationWay,
  Language,
  MailId,
  MemberId,
  MemberState,
  PersonId,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { isBlockedFromClient } from '../keeping-apart/sight';
import { InvitationEntity } from './invitation.entity';
import type { InvitationSecrets } from './invitation-secrets';

export interface InvitedRow {
  readonly personId: PersonId;
  readonly state: MemberState;
  /** A block stands between this person and the client. */
  readonly isBlocked: boolean;
  readonly contact: string | null;
  /** Somebody else the actor may see has the same contact. */
  readonly isShared: boolean;
  /** It is not written down that they are reached otherwise than by e-mail, or not at all. */
  readonly isSafe: boolean;
  readonly language: Language;
}

export type InvitationRow = Omit<Invitation, 'may'>;

@Injectable()
export class InvitationRepository {
  /** The member to be invited, held fast until the transaction ends: an invitation is made for the state it was read in. */
  lockMember(tx: Transaction, actor: Actor, familyId: FamilyId, id: MemberId): Promise<InvitedRow | null> {
    return firstRow(
      tx,
      `select m.person_id as "personId", m.state, m.contact, p.language,
         exists (select from member o where o.practice_id = m.practice_id and o.person_id <> m.person_id
           and o.state <> 'removed' and lower(btrim(o.contact)) = lower(btrim(m.contact))) as "isShared",
         not exists (select from safe_contact s where s.practice_id = m.practice_id and s.member_id = m.id
           and s.channel <> 'email') as "isSafe",
         ${isBlockedFromClient('m')} as "isBlocked"
       from member m join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where m.practice_id = $1 and m.family_id = $2 and m.id = $3 and m.merged_into is null for update of m`,
      [actor.practiceId, familyId, id],
    );
  }

  /** The latest invitation of each member of a family. */
  list(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<InvitationRow[]> {
    return rows(
      tx,
      `select distinct on (i.member_id) i.member_id as "memberId", i.sort, i.sent_by as "by",
         case when l.id is null then null when l.came_back_because in ${DID_NOT_ARRIVE} then 'came-back'
           when l.came_back_at is not null then 'kept-back'
           when l.sent_at is not null then 'sent' else 'under-way' end as mail,
         case when l.sent_at is null and l.came_back_at is null and l.held_until > now()
           then ${iso('l.held_until')} end as "heldUntil",
         coalesce(i.ended_because, case when i.expires_at <= now() then 'run-out' else 'open' end) as state,
         ${iso('i.made_at')} as "madeAt", ${iso('i.expires_at')} as "expiresAt", ${iso('i.ended_at')} as "endedAt"
       from invitation i left join mail l on l.practice_id = i.practice_id and l.id = i.mail_id
       where i.practice_id = $1 and i.family_id = $2
         and exists (select from member m where m.practice_id = i.practice_id and m.id = i.member_id
           and m.merged_into is null)
       order by i.member_id, i.made_at desc, i.id desc`,
      [actor.practiceId, familyId],
    );
  }

  /** Whoever accepted before may be the wrong person: they have to be found waiting anew, by a new invitation. */
  awaitAnew(tx: Transaction, actor: Actor, member: MemberId): Promise<void> {
    return perform(
      tx,
      `update member set state = 'invited' where practice_id = $1 and id = $2 and state = 'accepted'`,
      [actor.practiceId, member],
    );
  }

  /** Ends whatever invitation of a member is still open; false when there was none. */
  async end(
    tx: Transaction,
    actor: Actor,
    member: MemberId,
    because: 'replaced' | 'withdrawn',
  ): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update invitation set ended_at = now(), ended_because = $3
       where practice_id = $1 and member_id = $2 and ended_at is null`,
      [actor.practiceId, member, because],
    );
    return changed > 0;
  }

  async make(
    tx: Transaction,
    actor: Actor,
    made: {
      id: InvitationId;
      familyId: FamilyId;
      memberId: MemberId;
      personId: PersonId;
      sort: Invitation['sort'];
      sentBy: InvitationWay;
      expiresAt: Date;
      mailId: MailId | null;
    },
    secrets: InvitationSecrets | null,
  ): Promise<void> {
    const { practiceId, personId: madeBy } = actor;
    const { tokenHash, codeHash } = secrets ?? { tokenHash: null, codeHash: null };
    await insertRow(tx, InvitationEntity, { practiceId, madeBy, tokenHash, codeHash, ...made });
  }

  endSessionsOf(tx: Transaction, person: PersonId): Promise<void> {
    return perform(tx, 'select from access.end_sessions_of($1)', [person]);
  }

  /** Uses an invitation as the person it is for; null when it is over. */
  use(
    tx: Transaction,
    id: InvitationId,
    nameHash: Buffer,
    secretHash: string,
  ): Promise<{ hasNewCode: boolean; accepted: boolean } | null> {
    return firstRow(
      tx,
      'select has_new_code as "hasNewCode", accepted from access.use_invitation($1, $2, $3)',
      [id, nameHash, secretHash],
    );
  }
}
