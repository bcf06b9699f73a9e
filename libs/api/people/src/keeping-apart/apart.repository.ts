import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, iso, newId, rows, type Transaction } from '@common-ground/api/platform';
import type { BlockBetween, BlockId, FamilyId, Hold, HoldId, Holds, MemberId } from '@common-ground/contract';
import type { Actor, ApartInFamily } from '@common-ground/rules/access';
import { memberAt, personAt } from '../families/sight';
import { isBlockedFromClient, isHeld } from './sight';

type InFamily = { readonly familyId: FamilyId };
export type BlockRow = Omit<BlockBetween, 'may'> & InFamily;
export type HoldRow = Omit<Hold, 'may'> & InFamily;

const common = (row: string): string => `
  ${row}.id, ${row}.family_id as "familyId", ${row}.reason, ${personAt(row, 'set_by')} as "setBy",
  ${iso(`${row}.set_at`)} as "setAt", ${iso(`${row}.lifted_at`)} as "liftedAt"`;

const BLOCKS = `
  select ${common('b')}, json_build_array(${memberAt('b', 'one_id')}, ${memberAt('b', 'other_id')}) as between
  from block b where b.practice_id = $1`;

const HOLDS = `
  select ${common('h')}, ${memberAt('h', 'member_id')} as member from hold h where h.practice_id = $1`;

@Injectable()
export class ApartRepository {
  blocks(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<BlockRow[]> {
    return rows(tx, `${BLOCKS} and b.family_id = $2 order by b.set_at, b.id`, [actor.practiceId, familyId]);
  }

  holds(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<HoldRow[]> {
    return rows(tx, `${HOLDS} and h.family_id = $2 order by h.set_at, h.id`, [actor.practiceId, familyId]);
  }

  /**
   * How much of what is open to each of a family would close with a hold. What is over and was not sent is left out:
   * whether something stands in it, so that it is still open, its therapists are not to know.
   */
  wouldClose(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<Holds['wouldClose'][number][]> {
    return rows(
      tx,
      `select m.id as "memberId", count(distinct t.share_id)::int as pieces
       from member m
         join task t on t.practice_id = m.practice_id and t.member_id = m.id and t.given_at <= now()
         join document d on d.practice_id = t.practice_id and d.id = t.document_id
         join share s on s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null
           and (t.sent_at is not null or s.open_until_on is null or s.open_until_on >= (select access.today()))
       where m.practice_id = $1 and m.family_id = $2 and m.state = 'confirmed'
         and not ${isHeld('m')} and not ${isBlockedFromClient('m')}
         and exists (select from task o
           where o.practice_id = t.practice_id and o.share_id = t.share_id and o.member_id <> t.member_id)
         and (m.relation = 'client' or exists (select from consent c
           where c.practice_id = m.practice_id and c.member_id = m.id and c.revoked_at is null
             and (c.until_on is null or c.until_on >= (select access.today()))
             and (d.kind = any (c.kinds) or d.id = any (c.document_ids))))
       group by m.id order by m.id`,
      [actor.practiceId, familyId],
    );
  }

  /** Who of a family is kept from whom now, by id alone. */
  async inForce(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<ApartInFamily> {
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

  block(tx: Transaction, actor: Actor, id: BlockId): Promise<BlockRow | null> {
    return firstRow(tx, `${BLOCKS} and b.id = $2`, [actor.practiceId, id]);
  }

  hold(tx: Transaction, actor: Actor, id: HoldId): Promise<HoldRow | null> {
    return firstRow(tx, `${HOLDS} and h.id = $2`, [actor.practiceId, id]);
  }

  /** The new block's id, or null when one stands between the two already. */
  async setBlock(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    pair: readonly MemberId[],
    reason: string,
  ): Promise<BlockId | null> {
    const id = newId<'block'>();
    const written = await changedRows(
      tx,
      `insert into block (practice_id, id, family_id, one_id, other_id, reason, set_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [actor.practiceId, id, familyId, ...[...pair].sort(), reason, actor.personId],
    );
    return written === 1 ? id : null;
  }

  /** The new hold's id, or null when the member is held already. */
  async setHold(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    memberId: MemberId,
    reason: string,
  ): Promise<HoldId | null> {
    const id = newId<'hold'>();
    const written = await changedRows(
      tx,
      `insert into hold (practice_id, id, family_id, member_id, reason, set_by)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [actor.practiceId, id, familyId, memberId, reason, actor.personId],
    );
    return written === 1 ? id : null;
  }

  /** Lifts a block or a hold; false when that had happened before. */
  async lift(tx: Transaction, actor: Actor, what: 'block' | 'hold', id: BlockId | HoldId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update ${what} set lifted_at = now() where practice_id = $1 and id = $2 and lifted_at is null`,
      [actor.practiceId, id],
    );
    return changed === 1;
  }
}
