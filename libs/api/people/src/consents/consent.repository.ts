import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, insertRow, iso, rows, type Transaction } from '@common-ground/api/platform';
import type {
  Consent,
  ConsentId,
  FamilyId,
  MemberId,
  MemberName,
  MemberState,
  PersonName,
} from '@common-ground/contract';
import type { Actor, ConsentStanding } from '@common-ground/rules/access';
import { ConsentEntity } from './consent.entity';

export type ConsentRow = Omit<Consent, 'state' | 'renewal' | 'may'> & {
  readonly isReplaced: boolean;
  readonly today: string;
};

export interface RecipientOfConsent extends MemberName {
  readonly state: MemberState;
}

/** A person named by a consent or a request, out of `named`: the only path to a name that a guardian has. */
export function namedPerson(person: string): string {
  return `(select json_build_object('id', n.person_id, 'displayName', n.display_name) from named n
    where n.person_id = ${person} limit 1)`;
}

export const NAMED = `with named as materialized (select * from access.people_in_consents())`;

const SELECT = `${NAMED}
  select c.id, c.family_id as "familyId", c.given_as as "givenAs", c.kinds, c.documents, c.purpose,
         c.until_on::text as "untilOn", c.wording, c.wording_version as "wordingVersion",
         c.language, c.notice_version as "noticeVersion",
         (select n.in_force_from::text from notice n where n.practice_id = c.practice_id and n.sort = 'privacy'
           and n.language = c.language and n.version::text = c.notice_version) as "noticeFrom", c.signature, ${iso('c.given_at')} as "givenAt",
         ${iso('c.revoked_at')} as "revokedAt", c.replaced_by is not null as "isReplaced",
         access.today()::text as today, ${namedPerson('c.from_id')} as "from",
         json_build_object('id', t.person_id, 'displayName', t.display_name, 'memberId', t.member_id,
           'relation', t.relation) as "to"
  from consent c join named t on t.family_id = c.family_id and t.member_id = c.member_id
  where c.practice_id = $1`;

@Injectable()
export class ConsentRepository {
  list(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<ConsentRow[]> {
    return rows(tx, `${SELECT} and c.family_id = $2 order by c.given_at, c.id`, [actor.practiceId, familyId]);
  }

  find(tx: Transaction, actor: Actor, id: ConsentId): Promise<ConsentRow | null> {
    return firstRow(tx, `${SELECT} and c.id = $2`, [actor.practiceId, id]);
  }

  recipient(tx: Transaction, familyId: FamilyId, id: MemberId): Promise<RecipientOfConsent | null> {
    return firstRow(
      tx,
      `select person_id as id, display_name as "displayName", member_id as "memberId", relation, state
       from access.people_in_consents() where family_id = $1 and member_id = $2`,
      [familyId, id],
    );
  }

  add(tx: Transaction, consent: Partial<ConsentEntity>): Promise<void> {
    return insertRow(tx, ConsentEntity, consent);
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

  /** Lets a newer consent take the place of older ones, which end in this moment. */
  async replace(tx: Transaction, actor: Actor, older: readonly ConsentId[], by: ConsentId): Promise<void> {
    await changedRows(
      tx,
      `update consent set revoked_at = now(), replaced_by = $3
       where practice_id = $1 and id = any ($2::uuid[]) and revoked_at is null`,
      [actor.practiceId, older, by],
    );
  }

  /**
   * Whether a guardian's right of the actor counts in this family, asked of the database in this moment; and the client
   * by name, whom a guardian may not read anywhere else.
   */
  async standing(
    tx: Transaction,
    familyId: FamilyId,
  ): Promise<Pick<ConsentStanding, 'speaksForClient'> & { client?: PersonName }> {
    const row = await firstRow<{ speaks: boolean; client: PersonName | null }>(
      tx,
      `${NAMED}
       select $1::uuid = any (access.guarded_families()) as speaks,
         (select json_build_object('id', n.person_id, 'displayName', n.display_name) from named n
           where n.family_id = $1 and n.relation = 'client') as client`,
      [familyId],
    );
    return { speaksForClient: row?.speaks ?? false, ...(row?.client && { client: row.client }) };
  }

  /** The practice's name as it stands in the words of a release, and the practice's own day. */
  async frame(tx: Transaction, actor: Actor): Promise<{ practice: string; today: string }> {
    const row = await firstRow<{ practice: string; today: string }>(
      tx,
      `select name as practice, access.today()::text as today from practice where id = $1`,
      [actor.practiceId],
    );
    if (row === null) throw new Error('The practice in context has no row.');
    return row;
  }
}
