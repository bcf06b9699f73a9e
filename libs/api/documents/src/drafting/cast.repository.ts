import { Injectable } from '@nestjs/common';
import { firstRow, rows, type Transaction } from '@common-ground/api/platform';
import type { FamilyId, MemberId, MemberState } from '@common-ground/contract';
import type { Actor, ApartInFamily } from '@common-ground/rules/access';

/** Who of a family may be cast in a script; for those who lead the family. */
@Injectable()
export class CastRepository {
  /** Everybody who ever was of the family, so that somebody who left is told from somebody who never was. */
  members(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
  ): Promise<{ id: MemberId; state: MemberState }[]> {
    return rows(tx, `select id, state from member where practice_id = $1 and family_id = $2`, [
      actor.practiceId,
      familyId,
    ]);
  }

  async apart(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<ApartInFamily> {
    const found = await firstRow<ApartInFamily>(
      tx,
      `select
         coalesce((select json_agg(json_build_array(b.one_id, b.other_id)) from block b
           where b.practice_id = $1 and b.family_id = $2 and b.lifted_at is null), '[]') as blocks,
         array(select h.member_id from hold h
           where h.practice_id = $1 and h.family_id = $2 and h.lifted_at is null) as holds`,
      [actor.practiceId, familyId],
    );
    return found ?? { blocks: [], holds: [] };
  }
}
