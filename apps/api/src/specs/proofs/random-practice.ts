import { createHash } from 'node:crypto';
import { MEMBER_STATES } from '@common-ground/contract';
import fc from 'fast-check';
import { RandomCircles } from './random-circles';
import type { BlockRow, FamilyRow, MemberRow, PersonRow, PracticeRows } from './rows-of-a-practice';

const ROLES = ['therapist', 'supervisor', 'admin'] as const;
const FAMILIES = 10;

/** A token anybody in the proofs can work out again; the database knows its hash. */
export const tokenOf = (personId: string): string => `proof-${personId}`;

/** One random practice: ten families of people who know each other more than is good for the program. */
export function randomPractice(practiceId: string, today: string): fc.Arbitrary<PracticeRows> {
  return fc.gen().map((draw) => new RandomPractice(draw, practiceId, today).rows);
}

class RandomPractice extends RandomCircles {
  override readonly rows: PracticeRows;

  constructor(draw: fc.GeneratorValue, practiceId: string, today: string) {
    super(draw, practiceId, today);
    this.rows = {
      practiceId,
      person: [],
      staff_role: [],
      supervision: [],
      stand_in: [],
      family: [],
      caseload: [],
      member: [],
      guardian: [],
      block: [],
      hold: [],
      document: [],
      document_draft: [],
      document_version: [],
      consent_request: [],
      consent: [],
      review: [],
      share: [],
      task: [],
      answer: [],
      offer: [],
      break_glass: [],
      signed_in: [],
    };
    // Two of them have families of their own here; one of the two came in as a member of hers, by code and PIN.
    const staff = this.times(6, 6, (at) => this.person(`Staff ${at}`, at === 1 ? 'code' : 'persona'));
    const people = this.times(14, 14, (at) => this.person(`Person ${at}`));
    for (const person of staff) this.roles(person);
    this.supervisions(staff);
    this.times(1, 3, () => this.document(null, staff, staff));
    for (let at = 0; at < FAMILIES; at += 1) this.family(staff, people, at);
    this.standIns(staff);
    for (const share of this.rows.share) if (this.once(3)) share.open_until_on = this.day();
  }

  private person(name: string, how: 'persona' | 'code' = 'persona'): PersonRow {
    const person = this.row({ display_name: name, language: 'en' });
    this.rows.person.push(person);
    this.rows.signed_in.push({
      practice_id: this.practiceId,
      token_hash: `\\x${createHash('sha256').update(tokenOf(person.id)).digest('hex')}`,
      person_id: person.id,
      how,
      idle_for: '1 hour',
      lasts_for: '12 hours',
    });
    return person;
  }

  private roles(person: PersonRow): void {
    for (const role of [this.oneOf(ROLES), ...this.some(ROLES)]) {
      // A role that ended may have been given again: only one of a sort is in force.
      const stands = this.rows.staff_role.some(
        (one) => one.person_id === person.id && one.role === role && one.ended_at === null,
      );
      this.rows.staff_role.push(
        this.row({ person_id: person.id, role, ended_at: stands ? this.now : this.maybe(4) }),
      );
    }
  }

  private supervisions(staff: readonly PersonRow[]): void {
    for (const supervisor of staff)
      for (const therapist of staff) {
        if (supervisor === therapist || !this.once(3)) continue;
        this.rows.supervision.push(
          this.row({
            supervisor_id: supervisor.id,
            therapist_id: therapist.id,
            strength: 'may-read',
            from_on: this.day(),
            until_on: this.lastDay(),
          }),
        );
      }
  }

  private standIns(staff: readonly PersonRow[]): void {
    for (const supervisor of staff)
      for (const person of staff) {
        if (supervisor === person || this.once(4)) continue;
        const others = this.some(staff.filter((one) => one !== person));
        this.rows.stand_in.push(
          this.row({
            supervisor_id: supervisor.id,
            person_id: person.id,
            therapist_ids: others.length === 0 || this.once(2) ? null : others.map(({ id }) => id),
            from_on: this.day(),
            until_on: this.day(),
          }),
        );
      }
  }

  private family(staff: readonly PersonRow[], people: readonly PersonRow[], at: number): void {
    const client = this.oneOf(people);
    const family = this.row({
      name: `Family ${at}`,
      client_id: client.id,
      opened_by: this.oneOf(staff).id,
    });
    this.rows.family.push(family);
    // Some were opened a moment ago, and nobody has taken them on yet.
    const isNew = this.once(6);
    const therapists = isNew ? [] : [...new Set([this.oneOf(staff), ...this.some(staff)])];
    for (const therapist of therapists) {
      this.rows.caseload.push({
        practice_id: this.practiceId,
        family_id: family.id,
        therapist_id: therapist.id,
        leads: this.once(2),
        ended_at: this.maybe(3),
      });
    }
    // Those who work here may have a family of their own in the same practice.
    const others = [...this.some(people.slice(0, 8)), ...this.some(staff.slice(0, 2))];
    const member = (person: PersonRow, relation: string): MemberRow => {
      const state = this.once(2) ? 'confirmed' : this.oneOf(MEMBER_STATES);
      const row = this.row({ family_id: family.id, person_id: person.id, relation, state });
      this.rows.member.push(row);
      return row;
    };
    const own = member(client, 'client');
    const members = [own, ...others.filter((one) => one !== client).map((one) => member(one, 'friend'))];
    this.guardians(family, members);
    this.apart(family, members);
    if (isNew) return;
    const documents = this.times(1, 3, () => this.document(family, therapists, staff));
    this.consents(family, members, documents);
    this.shares(family, members, documents, therapists);
    this.together(family, members, this.document(family, therapists, staff, 'worksheet'), therapists);
    if (this.once(2)) this.glass(family, members, staff);
  }

  private guardians(family: FamilyRow, members: readonly MemberRow[]): void {
    for (const { id, person_id } of this.some(members.slice(1))) {
      const cared = this.once(4) ? this.oneOf(members) : members[0];
      if (cared === undefined || cared.id === id) continue;
      const [from, until] = [this.day(), this.lastDay()];
      this.rows.guardian.push(
        this.row({
          family_id: family.id,
          member_id: id,
          person_id,
          for_member_id: cared.id,
          for_person_id: cared.person_id,
          kind: 'other',
          evidence: '',
          from_on: from,
          until_on: until !== null && until < from ? from : until,
          recorded_by: family.opened_by,
          ended_at: this.maybe(4),
        }),
      );
    }
  }

  private apart(family: FamilyRow, members: readonly MemberRow[]): void {
    const written = { family_id: family.id, reason: '', set_by: family.opened_by };
    const blocks: BlockRow[] = [];
    for (const one of this.some(members)) {
      const other = this.oneOf(members);
      const [first = '', second = ''] = [one.id, other.id].sort();
      if (one === other || blocks.some((block) => block.one_id === first && block.other_id === second))
        continue;
      blocks.push(this.row({ ...written, one_id: first, other_id: second, lifted_at: this.maybe(2) }));
    }
    this.rows.block.push(...blocks);
    for (const one of members.filter(() => this.once(3)))
      this.rows.hold.push(this.row({ ...written, member_id: one.id, lifted_at: this.maybe(2) }));
  }

  private glass(family: FamilyRow, members: readonly MemberRow[], staff: readonly PersonRow[]): void {
    const shared = this.rows.share.filter(
      (share) => share.family_id === family.id && share.revoked_at === null && this.once(2),
    );
    const minutes = this.oneOf([-1, 30]);
    this.rows.break_glass.push(
      this.row({
        person_id: this.oneOf(staff).id,
        role: this.oneOf(['therapist', 'supervisor'] as const),
        family_id: family.id,
        ends_at: new Date(Date.now() + minutes * 60_000).toISOString(),
        people: members.map(({ person_id }) => person_id),
        members: members.map(({ id }) => id),
        consents: this.rows.consent.filter((one) => one.family_id === family.id).map(({ id }) => id),
        documents: [...new Set(shared.map((one) => one.document_id))],
        versions: [...new Set(shared.map((one) => one.version_id))],
      }),
    );
  }
}
