import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import {
  STAFF_ROLES,
  type ChangeStaff,
  type NewStaff,
  type Page,
  type PersonId,
  type StaffMember,
  type StaffRole,
} from '@common-ground/contract';
import {
  mayAdministerPractice,
  mayChangeCredentials,
  mayEndRole,
  mayGiveRole,
  type Action,
  type Actor,
} from '@common-ground/rules/access';
import { SettingsRepository } from '../practice/settings.repository';
import { hashOfName } from '../sign-in/secrets';
import { takenAddress } from '../sign-in/taken-address';
import { StaffRepository, type StaffRow } from './staff.repository';

/**
 * Who works here, and as what. Every change locks the practice first, so that two admins at once cannot leave it
 * without one. Roles end and are never taken away: who held which, and when, stays to be read.
 */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffRepository,
    private readonly practice: SettingsRepository,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<Page<StaffMember>> {
    demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      const found = await this.staff.list(tx, actor);
      return { items: found.map((row) => present(actor, row)), next: null };
    });
  }

  add(actor: Actor, body: NewStaff): Promise<StaffMember> {
    const because = demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      await this.practice.lock(tx, actor);
      if (await this.staff.hasEmail(tx, actor, body.email))
        throw Refusal.field('email', 'email-taken', 'Somebody of the practice has this address.');
      const id = await this.staff.add(tx, actor, body);
      for (const role of body.roles) await this.staff.give(tx, actor, id, role);
      await this.#record(tx, actor, 'staff.add', because, id, body.roles);
      return present(actor, await this.#require(tx, actor, id));
    });
  }

  change(actor: Actor, id: PersonId, body: ChangeStaff): Promise<StaffMember> {
    const because = demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      const before = await this.#require(tx, actor, id);
      if (body.credentials !== undefined && body.credentials !== before.credentials)
        demand(mayChangeCredentials(actor, id));
      await this.staff.change(tx, actor, id, body);
      const fields = (['displayName', 'language', 'credentials'] as const).filter(
        (field) => body[field] !== undefined && before[field] !== body[field],
      );
      if (fields.length > 0) await this.#record(tx, actor, 'staff.change', because, id, fields);
      return present(actor, await this.#require(tx, actor, id));
    });
  }

  /** Somebody who signs in does so by the new address from then on, with the password they have. */
  changeEmail(actor: Actor, id: PersonId, email: string): Promise<StaffMember> {
    const because = demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      await this.practice.lock(tx, actor);
      const before = await this.#require(tx, actor, id);
      if (
        before.email?.toLowerCase() !== email.toLowerCase() &&
        (await this.staff.hasEmail(tx, actor, email))
      )
        throw Refusal.field('email', 'email-taken', 'Somebody of the practice has this address.');
      if (before.email !== email) {
        const hash = hashOfName('email', email);
        if (!(await this.staff.changeEmail(tx, id, email, hash).catch(takenAddress)))
          throw new Refusal('not-found');
        await this.#record(tx, actor, 'staff.change-email', because, id, ['email']);
      }
      return present(actor, await this.#require(tx, actor, id));
    });
  }

  /** Giving a role somebody holds already changes nothing and says so with the same answer. */
  give(actor: Actor, id: PersonId, role: StaffRole): Promise<StaffMember> {
    demand(mayAdministerPractice(actor));
    return this.database.as(actor, async (tx) => {
      await this.practice.lock(tx, actor);
      const person = await this.#require(tx, actor, id);
      const because = demand(mayGiveRole(actor, id));
      if (!person.roles.includes(role)) {
        await this.staff.give(tx, actor, id, role);
        await this.#record(tx, actor, 'staff.give-role', because, id, [role]);
      }
      return present(actor, await this.#require(tx, actor, id));
    });
  }

  /** Ends one role, from the next request on. Ending what is over already changes nothing. */
  endRole(actor: Actor, id: PersonId, role: StaffRole): Promise<StaffMember> {
    const because = demand(mayEndRole(actor));
    return this.database.as(actor, async (tx) => {
      await this.practice.lock(tx, actor);
      const person = await this.#require(tx, actor, id);
      if (person.roles.includes(role)) {
        await this.#demandFree(tx, actor, person, [role]);
        await this.staff.end(tx, actor, id, role);
        await this.#record(tx, actor, 'staff.end-role', because, id, [role]);
      }
      return this.#afterwards(tx, actor, id);
    });
  }

  /** Ends every role and every session. What else somebody is, in a family for instance, is not touched. */
  deactivate(actor: Actor, id: PersonId): Promise<StaffMember> {
    const because = demand(mayEndRole(actor));
    return this.database.as(actor, async (tx) => {
      await this.practice.lock(tx, actor);
      const person = await this.#require(tx, actor, id);
      await this.#demandFree(tx, actor, person, person.roles);
      for (const role of adminLast(person.roles)) await this.staff.end(tx, actor, id, role);
      if (id !== actor.personId) await this.staff.endSessions(tx, id);
      if (person.roles.length > 0)
        await this.#record(tx, actor, 'staff.deactivate', because, id, person.roles);
      return this.#afterwards(tx, actor, id);
    });
  }

  /** Nobody leaves families without a therapist, therapists without their supervisor, or a practice without an admin. */
  async #demandFree(
    tx: Transaction,
    actor: Actor,
    person: StaffRow,
    ending: readonly StaffRole[],
  ): Promise<void> {
    if (ending.includes('therapist') && person.families > 0)
      throw new Refusal('leads-families', { count: person.families });
    if (ending.includes('supervisor')) {
      const count = await this.staff.supervises(tx, actor, person.id);
      if (count > 0) throw new Refusal('still-supervises', { count });
    }
    if (ending.includes('admin') && (await this.staff.otherAdmins(tx, actor, person.id)) === 0)
      throw new Refusal('last-admin');
  }

  /** Whoever has just laid down their own role is shown it as it was left, and reads no more after that. */
  async #afterwards(tx: Transaction, actor: Actor, id: PersonId): Promise<StaffMember> {
    const row = await this.#require(tx, actor, id);
    const still = id === actor.personId ? { ...actor, roles: row.roles } : actor;
    return present(still, row);
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    action: Action,
    because: string,
    id: PersonId,
    fields: readonly string[],
  ): Promise<void> {
    await this.audit.record(tx, actor, { action, because, subjects: [id], fields });
  }

  async #require(tx: Transaction, actor: Actor, id: PersonId): Promise<StaffRow> {
    const found = await this.staff.find(tx, actor, id);
    if (found === null) throw new Refusal('not-found');
    return found;
  }
}

/** Whoever lays down everything is an admin until the last of it is done. */
function adminLast(roles: readonly StaffRole[]): StaffRole[] {
  return [...roles].sort((one, other) => Number(one === 'admin') - Number(other === 'admin'));
}

function present(actor: Actor, row: StaffRow): StaffMember {
  const gives = mayGiveRole(actor, row.id).allowed;
  const ends = mayEndRole(actor).allowed;
  return {
    ...row,
    may: {
      change: mayAdministerPractice(actor).allowed,
      changeCredentials: mayChangeCredentials(actor, row.id).allowed,
      give: gives ? STAFF_ROLES.filter((role) => !row.roles.includes(role)) : [],
      end: ends ? row.roles : [],
      deactivate: ends && row.roles.length > 0,
    },
  };
}
