import { Injectable } from '@nestjs/common';
import { iso, newId, perform, rows, type Transaction } from '@common-ground/api/platform';
import type { MemberId, PersonId, ShareId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { VersionId } from '../drafting/document.entity';
import { holdWhatFollows, THIS_MOMENT, type Accompanied, type ShareRow } from './share.repository';

/** One time of a piece that was taken back from somebody who had not begun it, and when it had opened or will. */
export interface TakenBack {
  readonly memberId: MemberId;
  readonly personId: PersonId;
  readonly round: number;
  readonly givenAt: string | null;
}

@Injectable()
export class ReplacingRepository {
  /** Who has not begun what each of these shares gave them, or will give them. */
  async untouched(
    tx: Transaction,
    ids: readonly ShareId[],
  ): Promise<ReadonlyMap<ShareId, readonly MemberId[]>> {
    const found = await rows<{ id: ShareId; members: MemberId[] }>(
      tx,
      'select s.id, access.untouched_members(s.id) as members from unnest($1::uuid[]) as s(id)',
      [[...ids]],
    );
    return new Map(found.map(({ id, members }) => [id, members]));
  }

  /** Takes it back from those of the members who have not begun; what opens after another piece is held meanwhile. */
  async takeBackUntouched(
    tx: Transaction,
    { id, when }: ShareRow,
    memberIds: readonly MemberId[],
  ): Promise<TakenBack[]> {
    if (when.after !== null) await holdWhatFollows(tx, when.after.documentId, memberIds);
    return rows(
      tx,
      `select member_id as "memberId", person_id as "personId", round, ${iso('given_at')} as "givenAt"
       from access.take_back_untouched($1, $2)`,
      [id, memberIds],
    );
  }

  /** Gives another version in place of a share, with the same days and words; what had opened opens now. */
  async addInstead(
    tx: Transaction,
    actor: Actor,
    of: ShareId,
    versionId: VersionId,
    taken: readonly (TakenBack & Accompanied)[],
  ): Promise<ShareId> {
    const id = newId<'share'>();
    await perform(
      tx,
      `insert into share (practice_id, id, document_id, version_id, family_id, shared_by, due_on, note, starts_on,
         after_document_id, after_days, rhythm, until_on, open_until_on)
       select practice_id, $3, document_id, $4, family_id, $5, due_on, note, starts_on, after_document_id, after_days,
         rhythm, until_on, open_until_on from share where practice_id = $1 and id = $2`,
      [actor.practiceId, of, id, versionId, actor.personId],
    );
    await perform(
      tx,
      `insert into task (practice_id, id, share_id, document_id, version_id, family_id, member_id, person_id, round,
         given_at, notice_with_share)
       select s.practice_id, t.id, s.id, s.document_id, s.version_id, s.family_id, t."memberId", t."personId", t.round,
         case when t."givenAt" is not null then greatest(t."givenAt", ${THIS_MOMENT}) end, nullif(t."noticeWithShare", 'null')
       from share s, jsonb_to_recordset($3) as t(id uuid, "memberId" uuid, "personId" uuid, round int,
         "givenAt" timestamptz, "noticeWithShare" jsonb)
       where s.practice_id = $1 and s.id = $2`,
      [actor.practiceId, id, JSON.stringify(taken.map((one) => ({ ...one, id: newId<'task'>() })))],
    );
    return id;
  }
}
