import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, iso, rows, type Transaction } from '@common-ground/api/platform';
import type { Consent, ConsentId, FamilyId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

export type ConsentRow = Omit<Consent, 'state' | 'may'> & {
  readonly familyId: FamilyId;
  readonly today: string;
};

const SELECT = `
  select c.id, c.family_id as "familyId", c.kinds, c.purpose, c.until_on::text as "untilOn",
         c.wording_version as "wordingVersion", c.signature, ${iso('c.given_at')} as "givenAt",
         ${iso('c.revoked_at')} as "revokedAt", access.today()::text as today,
         json_build_object('id', f.id, 'displayName', f.display_name) as "from",
         json_build_object('id', t.id, 'displayName', t.display_name, 'memberId', m.id, 'relation', m.relation) as "to"
  from consent c
    join member m on m.practice_id = c.practice_id and m.id = c.member_id
    join person f on f.practice_id = c.practice_id and f.id = c.from_id
    join person t on t.practice_id = c.practice_id and t.id = m.person_id
  where c.practice_id = $1`;

@Injectable()
export class ConsentRepository {
  list(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<ConsentRow[]> {
    return rows(tx, `${SELECT} and c.family_id = $2 order by c.given_at, c.id`, [actor.practiceId, familyId]);
  }

  find(tx: Transaction, actor: Actor, id: ConsentId): Promise<ConsentRow | null> {
    return firstRow(tx, `${SELECT} and c.id = $2`, [actor.practiceId, id]);
  }

  /** Takes a consent back; false when that had happened before. */
  async revoke(tx: Transaction, actor: Actor, id: ConsentId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update consent set revoked_at = now() where practice_id = $1 and id = $2 and revoked_at is null`,
      [actor.practiceId, id],
    );
    return changed === 1;
  }
}
