import { Injectable } from '@nestjs/common';
import { Audit, Cursors, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  Family,
  FamilyId,
  FamilySummary,
  Member,
  MemberId,
  MemberState,
  NewFamily,
  NewMember,
  Page,
} from '@common-ground/contract';
import {
  invitationSort,
  mayLeadFamily,
  mayOpenFamilies,
  mayReadFamily,
  type Action,
  type Actor,
} from '@common-ground/rules/access';
import { FamilyRepository, type FamilyRow, type MemberRow } from './family.repository';

/** The moves a therapist makes with a member, and the states each starts from. */
const MEMBER_MOVES = {
  confirm: { from: ['accepted', 'paused'], to: 'confirmed' },
  pause: { from: ['confirmed'], to: 'paused' },
  remove: { from: ['invited', 'accepted', 'confirmed', 'paused'], to: 'removed' },
} as const satisfies Record<string, { from: readonly MemberState[]; to: MemberState }>;
export type MemberMove = keyof typeof MEMBER_MOVES;

@Injectable()
export class FamiliesService {
  constructor(
    private readonly database: Database,
    private readonly families: FamilyRepository,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, cursor: string | null, limit: number): Promise<Page<FamilySummary>> {
    return this.database.as(actor, async (tx) => {
      const after = this.cursors.read(actor, 'families', cursor);
      const found = await this.families.list(tx, actor, after, limit);
      const page = this.cursors.page(actor, 'families', found, limit, (row) => ({
        at: row.openedAt,
        id: row.id,
      }));
      return {
        items: page.items.map(({ id, name, client }) => ({ id, name, client, may: { open: true } })),
        next: page.next,
      };
    });
  }

  open(actor: Actor, body: NewFamily): Promise<Family> {
    const because = demand(mayOpenFamilies(actor));
    return this.database.as(actor, async (tx) => {
      const own = await this.families.language(tx, actor);
      const id = await this.families.open(
        tx,
        actor,
        body.name,
        body.client.displayName,
        own?.language ?? 'en',
      );
      await this.audit.record(tx, actor, { action: 'families.open', because, subjects: [], familyId: id });
      return this.#present(tx, actor, await this.require(tx, actor, id));
    });
  }

  read(actor: Actor, id: FamilyId): Promise<Family> {
    return this.database.as(actor, async (tx) => {
      const family = await this.require(tx, actor, id);
      demand(mayReadFamily(actor, family));
      return this.#present(tx, actor, family);
    });
  }

  members(actor: Actor, id: FamilyId): Promise<Page<Member>> {
    return this.database.as(actor, async (tx) => {
      const family = await this.require(tx, actor, id);
      demand(mayReadFamily(actor, family));
      return { items: await this.#members(tx, actor, family), next: null };
    });
  }

  /** Says whether 42 CFR Part 2 applies to a family. Saying it again changes nothing. */
  markPart2(actor: Actor, id: FamilyId, part2: boolean): Promise<Family> {
    return this.database.as(actor, async (tx) => {
      const because = demand(mayLeadFamily(actor, await this.require(tx, actor, id)));
      if (await this.families.markPart2(tx, actor, id, part2)) {
        await this.audit.record(tx, actor, {
          action: 'families.mark-part-2',
          because,
          subjects: [],
          familyId: id,
          fields: ['part2'],
        });
      }
      return this.#present(tx, actor, await this.require(tx, actor, id));
    });
  }

  addMember(actor: Actor, familyId: FamilyId, body: NewMember): Promise<Member> {
    return this.database.as(actor, async (tx) => {
      const family = await this.require(tx, actor, familyId);
      const because = demand(mayLeadFamily(actor, family));
      await this.#demandOwnContact(tx, actor, familyId, body.contact ?? null);
      const own = await this.families.language(tx, actor);
      const personId = await this.families.addPerson(tx, actor, body.displayName, own?.language ?? 'en');
      const id = await this.families.addMember(tx, actor, {
        familyId,
        personId,
        relation: body.relation,
        contact: body.contact ?? null,
      });
      await this.audit.record(tx, actor, { action: 'members.add', because, subjects: [personId], familyId });
      return this.#memberOf(await this.#members(tx, actor, family), id);
    });
  }

  move(actor: Actor, familyId: FamilyId, memberId: MemberId, move: MemberMove): Promise<Member> {
    return this.database.as(actor, async (tx) => {
      const family = await this.require(tx, actor, familyId);
      const action: Action = 'members.change';
      const because = demand(mayLeadFamily(actor, family));
      const member = this.#memberOf(await this.#members(tx, actor, family), memberId);
      if (member.relation === 'client' && move !== 'confirm')
        throw new Refusal('wrong-state', { because: 'is-client' });
      const { from, to } = MEMBER_MOVES[move];
      if (!(await this.families.changeState(tx, actor, memberId, from, to))) throw new Refusal('wrong-state');
      await this.audit.record(tx, actor, {
        action,
        because,
        subjects: [member.personId],
        familyId,
        fields: ['state'],
      });
      return this.#memberOf(await this.#members(tx, actor, family), memberId);
    });
  }

  /** The family with the actor's standing, or a refusal that says it does not exist. */
  async require(tx: Transaction, actor: Actor, id: FamilyId): Promise<FamilyRow> {
    const family = await this.families.find(tx, actor, id);
    if (family === null) throw new Refusal('not-found');
    return family;
  }

  /** Two people with one address could open each other's letters, so the second one is refused. */
  async #demandOwnContact(
    tx: Transaction,
    actor: Actor,
    id: FamilyId,
    contact: string | null,
  ): Promise<void> {
    if (contact === null) return;
    const same = (other: string | null): boolean =>
      other?.trim().toLowerCase() === contact.trim().toLowerCase();
    const members = await this.families.members(tx, actor, id);
    if (members.some((member) => same(member.contact))) {
      throw Refusal.field('contact', 'contact-of-another', 'Another member of this family has this contact.');
    }
  }

  async #present(tx: Transaction, actor: Actor, family: FamilyRow): Promise<Family> {
    const leads = mayLeadFamily(actor, family).allowed;
    return {
      id: family.id,
      name: family.name,
      client: family.client,
      therapists: await this.families.therapists(tx, actor, family.id),
      members: await this.#members(tx, actor, family),
      part2: family.part2,
      may: { addMember: leads, write: leads, readResponses: leads },
    };
  }

  async #members(tx: Transaction, actor: Actor, family: FamilyRow): Promise<Member[]> {
    const leads = mayLeadFamily(actor, family).allowed;
    const found = await this.families.members(tx, actor, family.id);
    return found.map((row) => presentMember(row, leads));
  }

  #memberOf(members: readonly Member[], id: MemberId): Member {
    const member = members.find((candidate) => candidate.id === id);
    if (member === undefined) throw new Refusal('not-found');
    return member;
  }
}

/** Contact details are for the family's therapists; the client sees who is there, not how to reach them. */
function presentMember(row: MemberRow, leads: boolean): Member {
  const can = (move: MemberMove): boolean => {
    const from: readonly MemberState[] = MEMBER_MOVES[move].from;
    return leads && from.includes(row.state) && !(move !== 'confirm' && row.relation === 'client');
  };
  return {
    id: row.id,
    personId: row.personId,
    displayName: row.displayName,
    relation: row.relation,
    state: row.state,
    contact: leads ? row.contact : null,
    may: {
      invite: leads && invitationSort(row.state) !== null,
      confirm: can('confirm'),
      pause: can('pause'),
      remove: can('remove'),
    },
  };
}
