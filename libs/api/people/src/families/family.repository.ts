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
  Language,
  MemberId,
  MemberState,
  PersonId,
  PersonName,
  Relation,
} from '@common-ground/contract';
import type { Actor, FamilyFacts } from '@common-ground/rules/access';
import { PersonEntity } from '../practice/practice.entity';
import { CaseloadEntity, FamilyEntity, MemberEntity } from './family.entity';
import { onCaseload, personAt } from './sight';

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
}

/** What the actor is to family `f`: on its caseload as a therapist, or confirmed in it. The rules again, in SQL. */
const ON_CASELOAD = onCaseload('f', 'id');
const MY_STATE = `(select m.state from member m
  where m.practice_id = f.practice_id and m.family_id = f.id and m.person_id = $2)`;

@Injectable()
export class FamilyRepository {
  /** Families the actor leads, or is the client of; oldest first. */
  list(tx: Transaction, actor: Actor, after: Place | null, limit: number): Promise<FamilyListRow[]> {
    return rows(
      tx,
      `select f.id, f.name, json_build_object('id', p.id, 'displayName', p.display_name) as client,
              ${iso('f.opened_at')} as "openedAt"
       from family f join person p on p.practice_id = f.practice_id and p.id = f.client_id
       where f.practice_id = $1
         and (${ON_CASELOAD} or (f.client_id = $2 and ${MY_STATE} = 'confirmed'))
         and ($3::text is null or (f.opened_at, f.id) > ($3::timestamptz, $4::uuid))
       order by f.opened_at, f.id limit $5`,
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
       where c.practice_id = $1 and c.family_id = $2 order by c.leads desc, p.display_name`,
      [actor.practiceId, id],
    );
  }

  members(tx: Transaction, actor: Actor, id: FamilyId): Promise<MemberRow[]> {
    return rows(
      tx,
      `select m.id, m.person_id as "personId", p.display_name as "displayName", m.relation, m.state, m.contact
       from member m join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where m.practice_id = $1 and m.family_id = $2
       order by m.added_at, m.id`,
      [actor.practiceId, id],
    );
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
