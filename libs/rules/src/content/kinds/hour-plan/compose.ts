import type {
  DocumentId,
  HourPlanContent,
  HourPlanRule,
  Language,
  SessionPerson,
  SessionPlan,
} from '@common-ground/contract';
import { UNTITLED } from './words';

/** What is to be known besides the plan itself. */
export interface HourPlanFacts {
  readonly language: Language;
  nameOf(person: SessionPerson): string;
  titleOf(id: DocumentId): string;
  /** The ground rules as they were sent before; what is still the same rule keeps its id. */
  readonly before: readonly HourPlanRule[];
}

/**
 * The plan of an hour as a supervisor reads it. Where it takes place, by what link, and which answers are to be opened
 * stay out: nothing of them is to be judged, and a link lets whoever has it in.
 */
export function hourPlanOf(plan: SessionPlan, facts: HourPlanFacts): HourPlanContent {
  const { purpose, startsOn, startTime, timeZone, minutes, people, groundRules, goRound, agenda } = plan;
  return {
    format: 1,
    language: facts.language,
    purpose,
    when: { startsOn, startTime, timeZone },
    minutes,
    people: people.map((person) => ({
      id: person.id,
      side: person.side,
      name: facts.nameOf(person),
      role: person.role,
    })),
    groundRules: rulesAgain(facts.before, groundRules),
    goRound,
    agenda: agenda.map(({ id, title, minutes: lasts, fixedStart, documentIds }) => ({
      id,
      title,
      minutes: lasts,
      fixedStart,
      papers: documentIds.map((paper) => ({
        id: paper,
        title: facts.titleOf(paper).trim() || UNTITLED[facts.language],
      })),
    })),
  };
}

/**
 * Ground rules are lines without ids. One in the same words is the same rule, wherever it stands; one whose words
 * are new takes the place of one that is gone, in order, so that what was said about it is found again.
 */
export function rulesAgain(before: readonly HourPlanRule[], lines: readonly string[]): HourPlanRule[] {
  const left = [...before];
  const taken = lines.map((words) => {
    const at = left.findIndex((rule) => rule.words === words);
    return at < 0 ? null : (left.splice(at, 1)[0]?.id ?? null);
  });
  const ids = new Set(before.map(({ id }) => id));
  let next = 1;
  const fresh = (): string => {
    while (ids.has(`rule-${next}`)) next += 1;
    ids.add(`rule-${next}`);
    return `rule-${next}`;
  };
  return lines.map((words, at) => ({ id: taken[at] ?? left.shift()?.id ?? fresh(), words }));
}
