import { Injectable } from '@nestjs/common';
import {
  changedRows,
  firstRow,
  newId,
  rows,
  type Place,
  iso,
  type Transaction,
  insertRow,
} from '@common-ground/api/platform';
import type {
  FamilyId,
  KnownPerson,
  Language,
  MemberDetails,
  MemberId,
  MemberState,
  PersonId,
  PersonName,
  Relation,
  SharedContact,
} from '@common-ground/contract';
import type { Actor, FamilyFacts, OwnPlace } from '@common-ground/rules/access';
import { PersonEntity } from '../practice/practice.entity';
import { CaseloadEntity, FamilyEntity, MemberEntity } from './family.entity';
import { CASELOAD, mailCameBack, onCaseload, personAt } from './sight';

export interface FamilyRow extends FamilyFacts {
  readonly id: FamilyId;
  readonly name: string;
  readonly client: PersonName;
  readonly part2: boolean;
}

export interface FamilyListRow {
  readonly id: FamilyId;
  readonly name: string;
  readonly client: PersonName;
  readonly openedAt: string;
}

export interface MemberRow {
  readonly id: MemberId;
  readonly personId: PersonId;
  readonly displayName: string;
  readonly relation: Relation;
  readonly state: MemberState;
  readonly contact: string | null;
  readonly details: Omit<MemberDetails, 'sharesContactWith'>;
}

export interface SharedContactRow extends SharedContact {
  /** The member of the family asked about. */
  readonly with: MemberId;
}

/** What the actor is to family `f`: on its caseload as a therapist, or confirmed in it. The rules again, in SQL. */
const ON_CASELOAD = onCaseload('f', 'id');
const MY_STATE = `(select m.state from member m
  where m.practice_id = f.practice_id and m.family_id = f.id and m.person_id = $2)`;

@Injectable()
export class FamilyRepository {
  /**
   * Families the actor leads, or is the client of; oldest first. They are found by whose they are, and named
   * then, each by its key: `offset 0` keeps all people from being gone through for a few names.
   */
  list(tx: Transaction, actor: Actor, after: Place | null, limit: number): Promise<FamilyListRow[]> {
    return rows(
      tx,
      `with f as materialized (
         select f.* from family f
         where f.practice_id = $1
           and (f.id = any (array(${CASELOAD}))
             or (f.client_id = $2 and ${MY_STATE} = 'confirmed'))
           and ($3::text is null or (f.opened_at, f.id) > ($3::timestamptz, $4::uuid))
         order by f.opened_at, f.id limit $5)
       select f.id, f.name, client.named as client, ${iso('f.opened_at')} as "openedAt"
       from f cross join lateral (select json_build_object('id', p.id, 'displayName', p.display_name) as named
         from person p where p.practice_id = f.practice_id and p.id = f.client_id offset 0) client
       order by f.opened_at, f.id`,
      [actor.practiceId, actor.personId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** One family with the actor's standing towards it; null when row-level security shows nothing. */
  find(tx: Transaction, actor: Actor, id: FamilyId): Promise<FamilyRow | null> {
    return firstRow(
      tx,
      `select f.id, f.name, f.part_2 as part2, f.client_id as "clientId", ${ON_CASELOAD} as "onCaseload", ${MY_STATE} as "myState",
              ${personAt('f', 'client_id')} as client
       from family f where f.practice_id = $1 and f.id = $3`,
      [actor.practiceId, actor.personId, id],
    );
  }

  therapists(tx: Transaction, actor: Actor, id: FamilyId): Promise<PersonName[]> {
    return rows(
      tx,
      `select p.id, p.display_name as "displayName"
       from caseload c join person p on p.practice_id = c.practice_id and p.id = c.therapist_id
       where c.practice_id = $1 and c.family_id = $2 and c.ended_at is null order by c.leads desc, p.display_name`,
      [actor.practiceId, id],
    );
  }

  members(tx: Transaction, actor: Actor, id: FamilyId): Promise<MemberRow[]> {
    return rows(
      tx,
      `select m.id, m.person_id as "personId", p.display_name as "displayName", m.relation, m.state, m.contact,
         json_build_object('revision', coalesce(s.revision, 0), 'language', p.language,
           'channel', coalesce(s.channel, 'none'), 'safeHours', s.safe_hours,
           'mailHours', case when s.mail_days is not null then json_build_object('days', s.mail_days,
             'from', s.mail_from, 'until', s.mail_until) end,
           'household', (select json_build_object('id', h.id, 'name', h.name) from household h
             where h.practice_id = s.practice_id and h.id = s.household_id),
           'mailCameBack', ${mailCameBack('m')}) as details
       from member m join person p on p.practice_id = m.practice_id and p.id = m.person_id
         left join safe_contact s on s.practice_id = m.practice_id and s.member_id = m.id
       where m.practice_id = $1 and m.family_id = $2 and m.merged_into is null
       order by m.added_at, m.id`,
      [actor.practiceId, id],
    );
  }

  /** Who else on the actor's caseload has the same address or number as somebody of this family. */
  sharedContacts(tx: Transaction, actor: Actor, id: FamilyId): Promise<SharedContactRow[]> {
    return rows(
      tx,
      `select m.id as with, o.id as "memberId", p.display_name as "displayName",
         json_build_object('id', f.id, 'name', f.name) as family, 'contact-shared' as because
       from member m
         join member o on o.practice_id = m.practice_id and o.person_id <> m.person_id and o.state <> 'removed'
           and lower(btrim(o.contact)) = lower(btrim(m.contact))
         join family f on f.practice_id = o.practice_id and f.id = o.family_id and ${ON_CASELOAD}
         join person p on p.practice_id = o.practice_id and p.id = o.person_id
       where m.practice_id = $1 and m.family_id = $3 and m.state <> 'removed'
       order by o.added_at, o.id`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** People of the actor's other families who are not in this one; each once, whatever they are in several. */
  knownPeople(tx: Transaction, actor: Actor, id: FamilyId): Promise<KnownPerson[]> {
    return rows(
      tx,
      `select p.id, p.display_name as "displayName",
         json_agg(json_build_object('id', f.id, 'name', f.name) order by f.name, f.id) as families
       from member m
         join family f on f.practice_id = m.practice_id and f.id = m.family_id and ${ON_CASELOAD}
         join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where m.practice_id = $1 and m.state <> 'removed'
         and not exists (select from staff_role r where r.practice_id = p.practice_id and r.person_id = p.id)
         and not exists (select from member o where o.practice_id = m.practice_id and o.family_id = $3
           and o.person_id = m.person_id and o.state <> 'removed')
       group by p.id, p.display_name order by p.display_name, p.id`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** The actor's own place in a family, whatever its state. */
  ownPlace(tx: Transaction, actor: Actor, id: FamilyId): Promise<(OwnPlace & { id: MemberId }) | null> {
    return firstRow(
      tx,
      `select m.id, m.state, m.relation from member m
       where m.practice_id = $1 and m.person_id = $2 and m.family_id = $3`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** Invites anew somebody who had left or was removed; false when they are a member. */
  async addAgain(
    tx: Transaction,
    actor: Actor,
    member: { familyId: FamilyId; personId: PersonId; relation: Relation; contact: string | null },
  ): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update member set state = 'invited', relation = $4, contact = $5
       where practice_id = $1 and family_id = $2 and person_id = $3 and state = 'removed' and relation <> 'client'`,
      [actor.practiceId, member.familyId, member.personId, member.relation, member.contact],
    );
    return changed === 1;
  }

  /** Opens a family: the family, its place on the actor's caseload, and the client as its first person. */
  async open(
    tx: Transaction,
    actor: Actor,
    name: string,
    clientName: string,
    language: Language,
  ): Promise<FamilyId> {
    const { practiceId, personId: therapistId } = actor;
    const id = newId<'family'>();
    const clientId = await this.addPerson(tx, actor, clientName, language);
    await insertRow(tx, FamilyEntity, { practiceId, id, name, clientId, openedBy: therapistId });
    await insertRow(tx, CaseloadEntity, { practiceId, familyId: id, therapistId, leads: true });
    await this.addMember(tx, actor, { familyId: id, personId: clientId, relation: 'client', contact: null });
    return id;
  }

  async addPerson(tx: Transaction, actor: Actor, displayName: string, language: Language): Promise<PersonId> {
    const id = newId<'person'>();
    await insertRow(tx, PersonEntity, { practiceId: actor.practiceId, id, displayName, language });
    return id;
  }

  async addMember(
    tx: Transaction,
    actor: Actor,
    member: { familyId: FamilyId; personId: PersonId; relation: Relation; contact: string | null },
  ): Promise<MemberId> {
    const id = newId<'member'>();
    await insertRow(tx, MemberEntity, { practiceId: actor.practiceId, id, state: 'invited', ...member });
    return id;
  }

  /** Moves a member to a new state if they are still in one of those expected. */
  async changeState(
    tx: Transaction,
    actor: Actor,
    id: MemberId,
    from: readonly MemberState[],
    to: MemberState,
  ): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update member set state = $3 where practice_id = $1 and id = $2 and state = any ($4::text[])`,
      [actor.practiceId, id, to, from],
    );
    return changed === 1;
  }

  /** Marks a family as one to which 42 CFR Part 2 applies, or not; false when it was so already. */
  async markPart2(tx: Transaction, actor: Actor, id: FamilyId, part2: boolean): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update family set part_2 = $3 where practice_id = $1 and id = $2 and part_2 <> $3`,
      [actor.practiceId, id, part2],
    );
    return changed === 1;
  }

  /** Names of everybody in the actor's other families, and of everybody in this one. */
  names(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId | null,
  ): Promise<{ displayName: string; own: boolean }[]> {
    return rows(
      tx,
      `select p.display_name as "displayName", coalesce(bool_or(m.family_id = $3), false) as own
       from member m
         join caseload c on c.practice_id = m.practice_id and c.family_id = m.family_id and c.therapist_id = $2
           and c.ended_at is null
         join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where m.practice_id = $1 group by p.id, p.display_name`,
      [actor.practiceId, actor.personId, familyId],
    );
  }

  language(tx: Transaction, actor: Actor): Promise<{ language: Language } | null> {
    return firstRow(tx, `select language from person where practice_id = $1 and id = $2`, [
      actor.practiceId,
      actor.personId,
    ]);
  }

  /** The actor by name, for words that are said in the first person. */
  async ownName(tx: Transaction, actor: Actor): Promise<string> {
    const row = await firstRow<{ name: string }>(
      tx,
      `select display_name as name from person where practice_id = $1 and id = $2`,
      [actor.practiceId, actor.personId],
    );
    if (row === null) throw new Error('The person in context has no row.');
    return row.name;
  }
}
