import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, iso, rows, type Transaction } from '@common-ground/api/platform';
import type { FamilyId, Guardian, GuardianId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { memberAt, personAt } from '../families/sight';

export type GuardianRow = Omit<Guardian, 'state' | 'may'> & {
  readonly familyId: FamilyId;
  readonly today: string;
};

const SELECT = `
  select g.id, g.family_id as "familyId", ${memberAt('g', 'member_id')} as who,
         ${memberAt('g', 'for_member_id')} as "forWhom", g.kind, g.evidence,
         g.from_on::text as "fromOn", g.until_on::text as "untilOn", ${personAt('g', 'recorded_by')} as "recordedBy",
         ${iso('g.recorded_at')} as "recordedAt", ${iso('g.ended_at')} as "endedAt", access.today()::text as today
  from guardian g where g.practice_id = $1`;

@Injectable()
export class GuardianRepository {
  list(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<GuardianRow[]> {
    return rows(tx, `${SELECT} and g.family_id = $2 order by g.from_on, g.id`, [actor.practiceId, familyId]);
  }

  find(tx: Transaction, actor: Actor, id: GuardianId): Promise<GuardianRow | null> {
    return firstRow(tx, `${SELECT} and g.id = $2`, [actor.practiceId, id]);
  }

  /** Ends a right that has not been ended; false when it had been. */
  async endNow(tx: Transaction, actor: Actor, id: GuardianId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update guardian set ended_at = now() where practice_id = $1 and id = $2 and ended_at is null`,
      [actor.practiceId, id],
    );
    return changed === 1;
  }

  /** Moves the last day forward in time, never back: a longer right is recorded anew, with its own evidence. */
  async endAfter(tx: Transaction, actor: Actor, id: GuardianId, lastDay: string): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update guardian set until_on = $3 where practice_id = $1 and id = $2 and ended_at is null
         and (until_on is null or until_on > $3)`,
      [actor.practiceId, id, lastDay],
    );
    return changed === 1;
  }
}
