import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  FamilyId,
  Household,
  HouseholdId,
  HouseholdName,
  Member,
  MemberChange,
  MemberId,
  Page,
} from '@common-ground/contract';
import { mayLeadFamily, type Actor } from '@common-ground/rules/access';
import { FamiliesService } from '../families/families.service';
import { DetailsRepository, type HouseholdRow } from './details.repository';

/** Who somebody is to the client, how they can be reached without danger, and with whom they live. */
@Injectable()
export class DetailsService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly details: DetailsRepository,
    private readonly audit: Audit,
  ) {}

  /** Replaces all of it at once, over the revision it was read in. */
  change(
    actor: Actor,
    familyId: FamilyId,
    memberId: MemberId,
    revision: number,
    body: MemberChange,
  ): Promise<Member> {
    return this.database.as(actor, async (tx) => {
      const family = await this.families.require(tx, actor, familyId);
      const because = demand(mayLeadFamily(actor, family));
      const member = await this.families.member(tx, actor, family, memberId);
      this.#demandSound(member, body);
      await this.#demandHousehold(tx, actor, familyId, body.householdId ?? null);
      if (!(await this.details.write(tx, actor, { familyId, memberId }, revision, body))) {
        const last = await this.details.lastWritten(tx, actor, memberId);
        throw new Refusal('revision-stale', {
          current: member,
          ...(last && { changedBy: last.by, changedAt: last.at }),
        });
      }
      await this.details.changePlace(tx, actor, memberId, body);
      const isSamePerson =
        member.displayName === body.displayName && member.details?.language === body.language;
      if (!isSamePerson && !(await this.details.changePerson(tx, actor, member.personId, body))) {
        throw Refusal.field(
          'displayName',
          'is-staff',
          'This person works here and is named by the practice.',
        );
      }
      await this.audit.record(tx, actor, {
        action: 'members.edit',
        because,
        subjects: [member.personId],
        familyId,
        fields: [
          'displayName',
          'relation',
          'language',
          'contact',
          'channel',
          'safeHours',
          'mailHours',
          'household',
        ],
      });
      return this.families.member(tx, actor, family, memberId);
    });
  }

  households(actor: Actor, familyId: FamilyId): Promise<Page<Household>> {
    return this.database.as(actor, async (tx) => {
      demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const found = await this.details.households(tx, actor, familyId);
      return { items: found.map(present), next: null };
    });
  }

  addHousehold(actor: Actor, familyId: FamilyId, body: HouseholdName): Promise<Household> {
    return this.database.as(actor, async (tx) => {
      const because = demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const id = await this.details.addHousehold(tx, actor, familyId, body.name);
      await this.audit.record(tx, actor, { action: 'households.change', because, subjects: [], familyId });
      return present(await this.#requireHousehold(tx, actor, id));
    });
  }

  renameHousehold(actor: Actor, id: HouseholdId, body: HouseholdName): Promise<Household> {
    return this.database.as(actor, async (tx) => {
      const { familyId } = await this.#requireHousehold(tx, actor, id);
      const because = demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      await this.details.renameHousehold(tx, actor, id, body.name);
      await this.audit.record(tx, actor, {
        action: 'households.change',
        because,
        subjects: [],
        familyId,
        fields: ['name'],
      });
      return present(await this.#requireHousehold(tx, actor, id));
    });
  }

  #demandSound(member: Member, body: MemberChange): void {
    if ((member.relation === 'client') !== (body.relation === 'client')) {
      throw Refusal.field('relation', 'one-client', 'A family has one client, and it stays the same person.');
    }
    const contact = body.contact ?? '';
    if (body.channel !== 'none' && contact === '') {
      throw Refusal.field(
        'contact',
        'needed',
        'Without an address or number nobody can be reached this way.',
      );
    }
    const { mailHours } = body;
    if (mailHours && mailHours.from >= mailHours.until) {
      throw Refusal.field('mailHours.until', 'before-from', 'These hours end before they begin.');
    }
    if (body.channel === 'email' && !/^\S+@\S+$/u.test(contact)) {
      throw Refusal.field('contact', 'not-an-address', 'This is not an e-mail address.');
    }
  }

  async #demandHousehold(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    id: HouseholdId | null,
  ): Promise<void> {
    if (id === null) return;
    const household = await this.details.household(tx, actor, id);
    if (household?.familyId !== familyId)
      throw Refusal.field('householdId', 'not-a-household', 'This is no household of the family.');
  }

  async #requireHousehold(tx: Transaction, actor: Actor, id: HouseholdId): Promise<HouseholdRow> {
    const household = await this.details.household(tx, actor, id);
    if (household === null) throw new Refusal('not-found');
    return household;
  }
}

function present({ familyId: _familyId, ...row }: HouseholdRow): Household {
  return { ...row, may: { rename: true } };
}
