import type {
  DuePlan,
  FamilySession,
  MemberId,
  PapersStanding,
  PersonName,
  SessionBeside,
  SessionPerson,
  SessionPlan,
  StaysAway,
} from '@common-ground/contract';
import { staysAway, type ApartInFamily } from '@common-ground/rules/access';
import type { PlaceRow, PlanRow } from './planning.repository';

/** Who could be in the room: the people of a family, those who lead it, and who is kept apart from whom. */
export class Company {
  constructor(
    private readonly places: readonly PlaceRow[],
    readonly staff: readonly PersonName[],
    private readonly apart: ApartInFamily,
  ) {}

  get members(): readonly PlaceRow[] {
    return this.places.filter(({ mergedInto, state }) => mergedInto === null && state !== 'removed');
  }

  isHere({ side, id }: SessionPerson): boolean {
    return (side === 'staff' ? this.staff : this.members).some((one) => one.id === id);
  }

  /** What somebody is called today, also where they have left since. */
  nameOf({ id }: SessionPerson): string {
    const person = [...this.staff, ...this.places].find((one) => one.id === id);
    return person?.displayName ?? '';
  }

  /** Why somebody should not come together with these; null also for staff, whom nothing keeps away. */
  staysAway(id: string, people: readonly SessionPerson[]): StaysAway | null {
    const member = this.members.find((one) => one.id === id);
    const others = people.filter(({ side, id: other }) => side === 'family' && other !== id);
    return member === undefined
      ? null
      : staysAway(
          member,
          others.map((one) => one.id as MemberId),
          this.apart,
        );
  }

  /** The people of a plan as they are today: a place that was taken over stands for the one that took it. */
  today(people: readonly SessionPerson[]): SessionPerson[] {
    const moved = people.map((person) => ({ ...person, id: this.#placeNow(person.id) }));
    return moved.filter(({ id }, at) => moved.findIndex((other) => other.id === id) === at);
  }

  #placeNow(id: SessionPerson['id']): SessionPerson['id'] {
    const into = this.places.find((place) => place.id === id)?.mergedInto ?? null;
    return into === null ? id : this.#placeNow(into);
  }
}

export function planOf({ startsOn, startTime, timeZone, minutes, content }: PlanRow): SessionPlan {
  return { startsOn, startTime, timeZone, minutes, ...content };
}

/** What goes out to those who lead the family, and to nobody else. */
export function presentSession(
  row: PlanRow,
  company: Company,
  due: readonly DuePlan[],
  papers: ReadonlyMap<MemberId, PapersStanding>,
  beside: readonly SessionBeside[],
): FamilySession {
  const { id, family, timeZone, minutes, startsAt, revision, writtenBy, writtenAt } = row;
  const people = company.today(row.content.people);
  return {
    ...{ id, family, timeZone, minutes, startsAt, revision, writtenBy, writtenAt },
    purpose: row.content.purpose,
    plan: { ...planOf(row), people },
    candidates: company.members.map((member) => ({
      memberId: member.id,
      displayName: member.displayName,
      relation: member.relation,
      staysAway: company.staysAway(member.id, people),
      papers: papers.get(member.id) ?? null,
    })),
    staff: company.staff.map(({ id: personId, displayName }) => ({ id: personId, displayName })),
    due: due.map(({ documentId, title, reviewOn }) => ({ documentId, title, reviewOn })),
    beside: beside.map((other) => ({
      ...{ id: other.id, startsAt: other.startsAt, timeZone: other.timeZone, purpose: other.purpose },
    })),
    calledOffAt: row.calledOffAt,
    isUnderWay: row.isUnderWay,
    hasEnded: row.hasEnded,
    may: { edit: true, callOff: row.calledOffAt === null && !row.isOver && !row.isUnderWay },
  };
}
