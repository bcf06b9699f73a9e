import { Injectable } from '@nestjs/common';
import { Audit, Cursors, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  Family,
  FamilyId,
  FamilySummary,
  KnownPerson,
  Member,
  MemberId,
  MemberState,
  NewFamily,
  NewMember,
  Page,
  PersonId,
  SharedContact,
} from '@common-ground/contract';
import {
  invitationSort,
  mayLeadFamily,
  mayLeave,
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
const LEFT_FROM: readonly MemberState[] = ['accepted', 'confirmed', 'paused'];

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
      const personId = await this.#personToAdd(tx, actor, familyId, body);
      const member = { familyId, personId, relation: body.relation, contact: body.contact ?? null };
      const place = (await this.families.members(tx, actor, familyId)).find(
        (row) => row.personId === personId,
      );
      const id = place?.id ?? (await this.families.addMember(tx, actor, member));
      if (place !== undefined && !(await this.families.addAgain(tx, actor, member)))
        throw new Refusal('wrong-state', { because: 'member-already' });
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

  /** People of the therapist's other families, to be added here without being made twice. */
  knownPeople(actor: Actor, id: FamilyId): Promise<Page<KnownPerson>> {
    return this.database.as(actor, async (tx) => {
      demand(mayLeadFamily(actor, await this.require(tx, actor, id)));
      return { items: await this.families.knownPeople(tx, actor, id), next: null };
    });
  }

  /** Closes everything of the actor's own place at once. Nobody is told; the state says it to whoever looks. */
  async leave(actor: Actor, id: FamilyId): Promise<void> {
    await this.database.as(actor, async (tx) => {
      const place = await this.families.ownPlace(tx, actor, id);
      const family = await this.families.find(tx, actor, id);
      const because = demand(mayLeave(place, family?.onCaseload ?? false));
      if (place === null) throw new Refusal('not-found');
      if (!(await this.families.changeState(tx, actor, place.id, LEFT_FROM, 'removed')))
        throw new Refusal('wrong-state');
      await this.audit.record(tx, actor, {
        action: 'families.leave',
        because,
        subjects: [actor.personId],
        familyId: id,
        fields: ['state'],
      });
    });
  }

  /** One member as the actor may see them. */
  async member(tx: Transaction, actor: Actor, family: FamilyRow, id: MemberId): Promise<Member> {
    return this.#memberOf(await this.#members(tx, actor, family), id);
  }

  /** The family with the actor's standing, or a refusal that says it does not exist. */
  async require(tx: Transaction, actor: Actor, id: FamilyId): Promise<FamilyRow> {
    const family = await this.families.find(tx, actor, id);
    if (family === null) throw new Refusal('not-found');
    return family;
  }

  /** A new person, or one the therapist knows from another family of theirs: a person is never made twice. */
  async #personToAdd(tx: Transaction, actor: Actor, id: FamilyId, body: NewMember): Promise<PersonId> {
    if (body.personId === undefined) {
      const own = await this.families.language(tx, actor);
      return this.families.addPerson(tx, actor, body.displayName ?? '', own?.language ?? 'en');
    }
    const known = await this.families.knownPeople(tx, actor, id);
    const here = await this.families.members(tx, actor, id);
    const isKnown =
      known.some((person) => person.id === body.personId) ||
      here.some((member) => member.personId === body.personId);
    if (!isKnown) throw Refusal.field('personId', 'not-known', 'This is nobody of your families.');
    return body.personId;
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
    const shared = leads ? await this.families.sharedContacts(tx, actor, family.id) : [];
    return found.map((row) => {
      const sharesContactWith = shared
        .filter((contact) => contact.with === row.id)
        .map(({ with: _with, ...contact }) => contact);
      return presentMember(row, leads, sharesContactWith);
    });
  }

  #memberOf(members: readonly Member[], id: MemberId): Member {
    const member = members.find((candidate) => candidate.id === id);
    if (member === undefined) throw new Refusal('not-found');
    return member;
  }
}

/** Contact details are for the family's therapists; the client sees who is there, not how to reach them. */
function presentMember(row: MemberRow, leads: boolean, sharesContactWith: readonly SharedContact[]): Member {
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
    details: leads ? { ...row.details, sharesContactWith } : null,
    may: {
      edit: leads,
      invite: leads && invitationSort(row.state) !== null,
      confirm: can('confirm'),
      pause: can('pause'),
      remove: can('remove'),
    },
  };
}
