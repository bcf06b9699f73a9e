import { Injectable } from '@nestjs/common';
import {
  changedRows,
  firstRow,
  insertRow,
  iso,
  newId,
  perform,
  rows,
  type Transaction,
} from '@common-ground/api/platform';
import type { ChangeStaff, HeldRole, Language, NewStaff, PersonId, StaffRole } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { PersonEntity } from '../practice/practice.entity';

export interface StaffRow {
  readonly id: PersonId;
  readonly displayName: string;
  readonly language: Language;
  readonly email: string | null;
  readonly credentials: string;
  readonly roles: readonly StaffRole[];
  readonly held: readonly HeldRole[];
  readonly families: number;
}

const nameOf = (column: string): string =>
  `(select n.display_name from person n where n.practice_id = r.practice_id and n.id = r.${column})`;

const SELECT = `
  select p.id, p.display_name as "displayName", p.language, s.email, s.credentials,
    array(select r.role from staff_role r where r.practice_id = s.practice_id and r.person_id = s.person_id
      and r.ended_at is null order by r.role) as roles,
    coalesce((select json_agg(json_build_object('role', r.role, 'givenAt', ${iso('r.given_at')},
        'givenBy', ${nameOf('given_by')}, 'endedAt', ${iso('r.ended_at')}, 'endedBy', ${nameOf('ended_by')})
        order by r.given_at, r.role)
      from staff_role r where r.practice_id = s.practice_id and r.person_id = s.person_id), '[]') as held,
    access.families_led_by(s.person_id) as families
  from staff s join person p on p.practice_id = s.practice_id and p.id = s.person_id
  where s.practice_id = $1`;

@Injectable()
export class StaffRepository {
  /** Everybody who works here or did, by name. */
  list(tx: Transaction, actor: Actor): Promise<StaffRow[]> {
    return rows(tx, `${SELECT} order by p.display_name, p.id`, [actor.practiceId]);
  }

  find(tx: Transaction, actor: Actor, id: PersonId): Promise<StaffRow | null> {
    return firstRow(tx, `${SELECT} and s.person_id = $2`, [actor.practiceId, id]);
  }

  async hasEmail(tx: Transaction, actor: Actor, email: string): Promise<boolean> {
    const found = await firstRow(
      tx,
      `select from staff where practice_id = $1 and lower(email) = lower($2)`,
      [actor.practiceId, email],
    );
    return found !== null;
  }

  async add(
    tx: Transaction,
    actor: Actor,
    { displayName, language, email, credentials = '' }: NewStaff,
  ): Promise<PersonId> {
    const { practiceId } = actor;
    const id = newId<'person'>();
    await insertRow(tx, PersonEntity, { practiceId, id, displayName, language });
    await perform(
      tx,
      `insert into staff (practice_id, person_id, email, credentials, added_by) values ($1, $2, $3, $4, $5)`,
      [practiceId, id, email, credentials, actor.personId],
    );
    return id;
  }

  async change(tx: Transaction, actor: Actor, id: PersonId, to: ChangeStaff): Promise<void> {
    await perform(
      tx,
      `update person set display_name = $3, language = $4 where practice_id = $1 and id = $2`,
      [actor.practiceId, id, to.displayName, to.language],
    );
    if (to.credentials === undefined) return;
    await perform(tx, `update staff set credentials = $3 where practice_id = $1 and person_id = $2`, [
      actor.practiceId,
      id,
      to.credentials,
    ]);
  }

  /** False for somebody who was never on staff here. */
  async changeEmail(tx: Transaction, id: PersonId, email: string, nameHash: Buffer): Promise<boolean> {
    const found = await firstRow<{ yes: boolean }>(
      tx,
      `select access.change_staff_address($1, $2, $3) as yes`,
      [id, email, nameHash],
    );
    return found?.yes === true;
  }

  async give(tx: Transaction, actor: Actor, id: PersonId, role: StaffRole): Promise<void> {
    await perform(
      tx,
      `insert into staff_role (practice_id, person_id, role, given_by) values ($1, $2, $3, $4)`,
      [actor.practiceId, id, role, actor.personId],
    );
  }

  /** Ends a role that is in force; false when there was none. */
  async end(tx: Transaction, actor: Actor, id: PersonId, role: StaffRole): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update staff_role set ended_at = now(), ended_by = $4
       where practice_id = $1 and person_id = $2 and role = $3 and ended_at is null`,
      [actor.practiceId, id, role, actor.personId],
    );
    return changed === 1;
  }

  /** How many admins the practice would still have without this one. */
  async otherAdmins(tx: Transaction, actor: Actor, id: PersonId): Promise<number> {
    const found = await firstRow<{ count: number }>(
      tx,
      `select count(*)::int as count from staff_role
       where practice_id = $1 and role = 'admin' and ended_at is null and person_id <> $2`,
      [actor.practiceId, id],
    );
    return found?.count ?? 0;
  }

  /** How many therapists somebody supervises today or will. */
  async supervises(tx: Transaction, actor: Actor, id: PersonId): Promise<number> {
    const found = await firstRow<{ count: number }>(
      tx,
      `select count(*)::int as count from supervision where practice_id = $1 and supervisor_id = $2
         and coalesce(until_on >= greatest(access.today(), from_on), true)`,
      [actor.practiceId, id],
    );
    return found?.count ?? 0;
  }

  async endSessions(tx: Transaction, id: PersonId): Promise<void> {
    await perform(tx, `select access.sign_out_staff($1)`, [id]);
  }
}
