import { Injectable } from '@nestjs/common';
import { changedRows, iso, perform, rows, type Transaction } from '@common-ground/api/platform';
import type { FamilyId, PersonId, PersonName } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

export interface CaseloadRow extends PersonName {
  readonly leads: boolean;
  readonly since: string;
}

@Injectable()
export class CaseloadRepository {
  list(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<CaseloadRow[]> {
    return rows(
      tx,
      `select p.id, p.display_name as "displayName", c.leads, ${iso('c.since_at')} as since
       from caseload c join person p on p.practice_id = c.practice_id and p.id = c.therapist_id
       where c.practice_id = $1 and c.family_id = $2 and c.ended_at is null
       order by c.leads desc, p.display_name, p.id`,
      [actor.practiceId, familyId],
    );
  }

  /** Therapists of the practice who do not have the family on their caseload. */
  colleagues(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<PersonName[]> {
    return rows(
      tx,
      `select p.id, p.display_name as "displayName"
       from person p
       where p.practice_id = $1 and p.id = any ((select access.practice_therapists())::uuid[])
         and not exists (select from caseload c where c.practice_id = p.practice_id and c.family_id = $2
           and c.therapist_id = p.id and c.ended_at is null)
       order by p.display_name, p.id`,
      [actor.practiceId, familyId],
    );
  }

  /** Lets nobody else change who leads the family until the caller is done. */
  async holdStill(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<void> {
    await perform(
      tx,
      `select from caseload where practice_id = $1 and family_id = $2 order by therapist_id for update`,
      [actor.practiceId, familyId],
    );
  }

  /** False when the person has the family on their caseload already. Whoever comes back keeps the row they had. */
  async add(tx: Transaction, actor: Actor, familyId: FamilyId, personId: PersonId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `insert into caseload as c (practice_id, family_id, therapist_id, leads) values ($1, $2, $3, false)
       on conflict (practice_id, family_id, therapist_id) do update
         set ended_at = null, since_at = now(), leads = false where c.ended_at is not null`,
      [actor.practiceId, familyId, personId],
    );
    return changed === 1;
  }

  /** One of two leads, and both change in one statement: at no moment does nobody lead. */
  async handOver(tx: Transaction, actor: Actor, familyId: FamilyId, to: PersonId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update caseload set leads = (therapist_id = $4)
       where practice_id = $1 and family_id = $3 and therapist_id in ($2, $4) and ended_at is null`,
      [actor.practiceId, actor.personId, familyId, to],
    );
    return changed === 2;
  }

  async end(tx: Transaction, actor: Actor, familyId: FamilyId, personId: PersonId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update caseload set ended_at = now()
       where practice_id = $1 and family_id = $2 and therapist_id = $3 and ended_at is null and not leads`,
      [actor.practiceId, familyId, personId],
    );
    return changed === 1;
  }
}
