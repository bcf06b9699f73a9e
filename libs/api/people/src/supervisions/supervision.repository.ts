import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, newId, perform, rows, type Transaction } from '@common-ground/api/platform';
import {
  REVIEWED_KINDS,
  type NewSupervision,
  type PersonId,
  type Supervision,
  type SupervisionId,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { personAt } from '../families/sight';

export type SupervisionRow = Omit<Supervision, 'state' | 'may'> & { readonly today: string };

const SELECT = `
  select s.id, ${personAt('s', 'supervisor_id')} as supervisor, ${personAt('s', 'therapist_id')} as therapist, s.strength,
         case when s.co_signer_id is not null then ${personAt('s', 'co_signer_id')} end as "coSigner",
         s.co_signed_kinds as "coSignedKinds",
         s.from_on::text as "fromOn", s.until_on::text as "untilOn", access.today()::text as today
  from supervision s where s.practice_id = $1`;

@Injectable()
export class SupervisionRepository {
  /** All there are and were, the latest first. */
  list(tx: Transaction, actor: Actor): Promise<SupervisionRow[]> {
    return rows(tx, `${SELECT} order by s.from_on desc, s.id desc`, [actor.practiceId]);
  }

  find(tx: Transaction, actor: Actor, id: SupervisionId): Promise<SupervisionRow | null> {
    return firstRow(tx, `${SELECT} and s.id = $2`, [actor.practiceId, id]);
  }

  /** The pairs of the same two people that began and were not called off before they did. */
  ofPair(
    tx: Transaction,
    actor: Actor,
    supervisor: PersonId,
    therapist: PersonId,
  ): Promise<SupervisionRow[]> {
    return rows(
      tx,
      `${SELECT} and s.supervisor_id = $2 and s.therapist_id = $3 and coalesce(s.until_on >= s.from_on, true)`,
      [actor.practiceId, supervisor, therapist],
    );
  }

  async add(tx: Transaction, actor: Actor, body: NewSupervision): Promise<SupervisionId> {
    const id = newId<'supervision'>();
    const coSignerId = (body.strength === 'must-approve-and-co-sign' && body.coSignerId) || null;
    await perform(
      tx,
      `insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on, set_by, co_signer_id,
         co_signed_kinds)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        actor.practiceId,
        id,
        body.supervisorId,
        body.therapistId,
        body.strength,
        body.fromOn,
        actor.personId,
        coSignerId,
        coSignerId === null ? [] : (body.coSignedKinds ?? REVIEWED_KINDS),
      ],
    );
    return id;
  }

  /** Ends after a day, or at once: then yesterday was the last. Only ever sooner than it would have ended anyway. */
  async end(tx: Transaction, actor: Actor, id: SupervisionId, lastDay: string | null): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update supervision set until_on = greatest(coalesce($3::date, access.today() - 1), from_on - 1)
       where practice_id = $1 and id = $2
         and (until_on is null or until_on > greatest(coalesce($3::date, access.today() - 1), from_on - 1))`,
      [actor.practiceId, id, lastDay],
    );
    return changed === 1;
  }
}
