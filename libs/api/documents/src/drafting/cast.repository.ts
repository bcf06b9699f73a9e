import { Injectable } from '@nestjs/common';
import { rows, type Transaction } from '@common-ground/api/platform';
import type { FamilyId, MemberId, MemberState } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

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
}
