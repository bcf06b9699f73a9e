import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, iso, newId, rows, type Transaction } from '@common-ground/api/platform';
import type { BlockBetween, BlockId, FamilyId, Hold, HoldId, MemberId } from '@common-ground/contract';
import type { Actor, ApartInFamily } from '@common-ground/rules/access';
import { memberAt, personAt } from '../families/sight';

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
