import { Injectable } from '@nestjs/common';
import type { Accompanied } from '@common-ground/api/documents';
import { onCaseload, personAt } from '@common-ground/api/people';
import {
  changedRows,
  firstRow,
  insertRow,
  iso,
  newId,
  rows,
  type Transaction,
} from '@common-ground/api/platform';
import type {
  FamilyId,
  FamilySessionId,
  MemberId,
  PersonId,
  PersonName,
  TakeHomeContent,
  TakeHomePage,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { PlanRow } from '../planning/planning.repository';
import { TakeHomePageEntity } from './take-home-page.entity';

export interface GivenRow {
  readonly memberId: MemberId;
  readonly content: TakeHomeContent;
  readonly by: PersonName;
  readonly at: string;
}

export interface OwnPageRow extends Pick<
  TakeHomePage,
  'id' | 'startsAt' | 'timeZone' | 'givenBy' | 'givenAt' | 'noticeWithShare'
> {
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly content: TakeHomeContent;
}

@Injectable()
export class TakingHomeRepository {
  given(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<GivenRow[]> {
    return rows(
      tx,
      `select g.member_id as "memberId", g.content, ${personAt('g', 'given_by')} as by, ${iso('g.given_at')} as at
       from take_home_page g
       where g.practice_id = $1 and g.session_id = $3 and g.taken_back_at is null and ${onCaseload('g')}`,
      [actor.practiceId, actor.personId, id],
    );
  }

  async give(
    tx: Transaction,
    actor: Actor,
    session: PlanRow,
    { id: memberId, noticeWithShare }: Accompanied & { readonly id: MemberId },
    content: TakeHomeContent,
  ): Promise<void> {
    await insertRow(tx, TakeHomePageEntity, {
      ...{ practiceId: actor.practiceId, id: newId<'take-home-page'>(), sessionId: session.id },
      ...{ familyId: session.family.id, memberId, content, noticeWithShare, givenBy: actor.personId },
    });
  }

  /** Whether there was one to take back. */
  async takeBack(tx: Transaction, actor: Actor, id: FamilySessionId, memberId: MemberId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update take_home_page set taken_back_at = now()
       where practice_id = $1 and session_id = $2 and member_id = $3 and taken_back_at is null`,
      [actor.practiceId, id, memberId],
    );
    return changed === 1;
  }

  /** The actor's own page of an hour, while it reaches them; `my_family_sessions` tells of nobody else's hours. */
  own(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<OwnPageRow | null> {
    return firstRow(
      tx,
      `select g.session_id as id, g.family_id as "familyId", m.person_id as "personId", g.content, g.notice_with_share as "noticeWithShare",
         ${iso('s.starts_at')} as "startsAt", s.time_zone as "timeZone", ${personAt('g', 'given_by')} as "givenBy",
         ${iso('g.given_at')} as "givenAt"
       from take_home_page g join access.my_family_sessions() s on s.session_id = g.session_id
         join member m on m.practice_id = g.practice_id and m.id = g.member_id
       where g.practice_id = $1 and g.session_id = $2 and g.id = any ((select access.open_pages())::uuid[])`,
      [actor.practiceId, id],
    );
  }
}
