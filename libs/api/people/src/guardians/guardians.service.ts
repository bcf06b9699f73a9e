import { Injectable } from '@nestjs/common';
import {
  Audit,
  Database,
  demand,
  insertRow,
  newId,
  Refusal,
  type Transaction,
} from '@common-ground/api/platform';
import type {
  EndGuardian,
  FamilyId,
  Guardian,
  GuardianId,
  MemberId,
  NewGuardian,
  Page,
} from '@common-ground/contract';
import { guardianState, mayLeadFamily, type Actor } from '@common-ground/rules/access';
import { FamiliesService } from '../families/families.service';
import { FamilyRepository, type MemberRow } from '../families/family.repository';
import { GuardianEntity } from './guardian.entity';
import { GuardianRepository, type GuardianRow } from './guardian.repository';

/** Who may speak for whom, by recorded authority. The product records it; it does not decide who is a minor. */
@Injectable()
export class GuardiansService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly people: FamilyRepository,
    private readonly guardians: GuardianRepository,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, familyId: FamilyId): Promise<Page<Guardian>> {
    return this.database.as(actor, async (tx) => {
      demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const found = await this.guardians.list(tx, actor, familyId);
      return { items: found.map(present), next: null };
    });
  }

  record(actor: Actor, familyId: FamilyId, body: NewGuardian): Promise<Guardian> {
    return this.database.as(actor, async (tx) => {
      const because = demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const members = await this.people.members(tx, actor, familyId);
      const who = demandMember(members, 'memberId', body.memberId);
      const forWhom = demandMember(members, 'forMemberId', body.forMemberId);
      if (who.id === forWhom.id) {
        throw Refusal.field('forMemberId', 'same-person', 'Nobody is their own guardian.');
      }
      if (body.untilOn !== undefined && body.untilOn < body.fromOn) {
        throw Refusal.field('untilOn', 'before-first-day', 'The last day comes before the first.');
      }
      const id = newId<'guardian'>();
      await insertRow(tx, GuardianEntity, {
        practiceId: actor.practiceId,
        id,
        familyId,
        memberId: who.id,
        personId: who.personId,
        forMemberId: forWhom.id,
        forPersonId: forWhom.personId,
        kind: body.kind,
        evidence: body.evidence,
        fromOn: body.fromOn,
        untilOn: body.untilOn ?? null,
        recordedBy: actor.personId,
      });
      await this.audit.record(tx, actor, {
        action: 'guardians.record',
        because,
        subjects: [who.personId, forWhom.personId],
        familyId,
      });
      return present(await this.#require(tx, actor, id));
    });
  }

  /** Ending what has ended already changes nothing and says so with the same answer. */
  end(actor: Actor, id: GuardianId, body: EndGuardian): Promise<Guardian> {
    return this.database.as(actor, async (tx) => {
      const right = await this.#require(tx, actor, id);
      const because = demand(mayLeadFamily(actor, await this.families.require(tx, actor, right.familyId)));
      const changed =
        body.untilOn === undefined
          ? await this.guardians.endNow(tx, actor, id)
          : await this.#endAfter(tx, actor, right, body.untilOn);
      if (changed) {
        await this.audit.record(tx, actor, {
          action: 'guardians.end',
          because,
          subjects: [right.who.id, right.forWhom.id],
          familyId: right.familyId,
          fields: [body.untilOn === undefined ? 'endedAt' : 'untilOn'],
        });
      }
      return present(await this.#require(tx, actor, id));
    });
  }

  async #endAfter(tx: Transaction, actor: Actor, right: GuardianRow, lastDay: string): Promise<boolean> {
    if (lastDay < right.fromOn || lastDay < right.today) {
      throw Refusal.field('untilOn', 'day-is-past', 'The last day is over already; end it at once instead.');
    }
    if (right.untilOn !== null && lastDay > right.untilOn) {
      throw Refusal.field('untilOn', 'later-than-recorded', 'A longer right is recorded as a new one.');
    }
    return this.guardians.endAfter(tx, actor, right.id, lastDay);
  }

  async #require(tx: Transaction, actor: Actor, id: GuardianId): Promise<GuardianRow> {
    const right = await this.guardians.find(tx, actor, id);
    if (right === null) throw new Refusal('not-found');
    return right;
  }
}

function demandMember(members: readonly MemberRow[], path: string, id: MemberId): MemberRow {
  const member = members.find((candidate) => candidate.id === id && candidate.state !== 'removed');
  if (member === undefined) throw Refusal.field(path, 'not-a-member', 'This is nobody in the family.');
  return member;
}

function present({ familyId: _familyId, today, ...right }: GuardianRow): Guardian {
  const state = guardianState(right, today);
  return { ...right, state, may: { end: state !== 'ended' } };
}
