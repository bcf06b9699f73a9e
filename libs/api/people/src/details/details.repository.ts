import { Injectable } from '@nestjs/common';
import {
  changedRows,
  firstRow,
  iso,
  newId,
  perform,
  rows,
  type Transaction,
  insertRow,
} from '@common-ground/api/platform';
import type {
  FamilyId,
  Household,
  HouseholdId,
  MemberChange,
  MemberId,
  PersonId,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { HouseholdEntity } from './details.entity';

export type HouseholdRow = Omit<Household, 'may'> & { readonly familyId: FamilyId };

const HOUSEHOLDS = `
  select h.id, h.family_id as "familyId", h.name,
    (select coalesce(json_agg(json_build_object('id', p.id, 'memberId', m.id, 'displayName', p.display_name,
        'relation', m.relation) order by m.added_at, m.id), '[]')
      from safe_contact s
        join member m on m.practice_id = s.practice_id and m.id = s.member_id and m.state <> 'removed'
        join person p on p.practice_id = m.practice_id and p.id = m.person_id
      where s.practice_id = h.practice_id and s.household_id = h.id) as members
  from household h where h.practice_id = $1`;

@Injectable()
export class DetailsRepository {
  households(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<HouseholdRow[]> {
    return rows(tx, `${HOUSEHOLDS} and h.family_id = $2 order by h.made_at, h.id`, [
      actor.practiceId,
      familyId,
    ]);
  }

  household(tx: Transaction, actor: Actor, id: HouseholdId): Promise<HouseholdRow | null> {
    return firstRow(tx, `${HOUSEHOLDS} and h.id = $2`, [actor.practiceId, id]);
  }

  async addHousehold(tx: Transaction, actor: Actor, familyId: FamilyId, name: string): Promise<HouseholdId> {
    const id = newId<'household'>();
    await insertRow(tx, HouseholdEntity, { practiceId: actor.practiceId, id, familyId, name });
    return id;
  }

  async renameHousehold(tx: Transaction, actor: Actor, id: HouseholdId, name: string): Promise<void> {
    await perform(tx, `update household set name = $3 where practice_id = $1 and id = $2`, [
      actor.practiceId,
      id,
      name,
    ]);
  }

  /** Writes over one revision, 0 where nothing was written yet; false when somebody else was faster. */
  async write(
    tx: Transaction,
    actor: Actor,
    place: { readonly familyId: FamilyId; readonly memberId: MemberId },
    revision: number,
    body: MemberChange,
  ): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `insert into safe_contact as s
         (practice_id, member_id, family_id, channel, safe_hours, household_id, mail_days, mail_from, mail_until,
           revision, written_by)
       select $1, $2, $3, $4, $5, $6::uuid, $9::int[], $10::int, $11::int, 1, $7
       where $8::int = 0 or exists (select from safe_contact k where k.practice_id = $1 and k.member_id = $2)
       on conflict (practice_id, member_id) do update
         set channel = excluded.channel, safe_hours = excluded.safe_hours, household_id = excluded.household_id,
           mail_days = excluded.mail_days, mail_from = excluded.mail_from, mail_until = excluded.mail_until,
           revision = s.revision + 1, written_by = excluded.written_by, written_at = now()
         where s.revision = $8::int`,
      [
        actor.practiceId,
        place.memberId,
        place.familyId,
        body.channel,
        body.safeHours ?? null,
        body.householdId ?? null,
        actor.personId,
        revision,
        body.mailHours ? [...body.mailHours.days].sort() : null,
        body.mailHours?.from ?? null,
        body.mailHours?.until ?? null,
      ],
    );
    return changed === 1;
  }

  async changePlace(tx: Transaction, actor: Actor, id: MemberId, body: MemberChange): Promise<void> {
    await perform(tx, `update member set relation = $3, contact = $4 where practice_id = $1 and id = $2`, [
      actor.practiceId,
      id,
      body.relation,
      body.contact ?? null,
    ]);
  }

  /** Changes what belongs to the person wherever they are; false when that is not the therapist's to change. */
  async changePerson(tx: Transaction, actor: Actor, id: PersonId, body: MemberChange): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update person set display_name = $3, language = $4 where practice_id = $1 and id = $2`,
      [actor.practiceId, id, body.displayName, body.language],
    );
    return changed === 1;
  }

  lastWritten(tx: Transaction, actor: Actor, id: MemberId): Promise<{ by: string; at: string } | null> {
    return firstRow(
      tx,
      `select p.display_name as by, ${iso('s.written_at')} as at
       from safe_contact s join person p on p.practice_id = s.practice_id and p.id = s.written_by
       where s.practice_id = $1 and s.member_id = $2`,
      [actor.practiceId, id],
    );
  }
}
