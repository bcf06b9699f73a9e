import type { HourPlanContent, HourPlanEntry, HourPlanPerson, Language } from '@common-ground/contract';
import { joined, minutesToRead, type Outline, type Part } from '../../parts';
import { ROLE_WORDS } from './words';

/** The plan of an hour part by part, in the order in which it is read. */
export function hourPlanParts(content: HourPlanContent): Part[] {
  const { language, purpose, minutes, people, groundRules, goRound, agenda } = content;
  return [
    { id: 'purpose', part: 'purpose', words: purpose.trim() },
    { id: 'when', part: 'when', words: momentOf(content) },
    { id: 'minutes', part: 'minutes', words: lasting(minutes) },
    ...people.map((person) => ({ id: person.id, part: 'person', words: personWords(person, language) })),
    ...groundRules.map(({ id, words }) => ({ id, part: 'rule', words: words.trim() })),
    { id: 'goRound', part: 'goRound', words: goRound.trim() },
    ...agenda.map((entry) => ({ id: entry.id, part: 'entry', words: entryWords(entry) })),
  ];
}

export function hourPlanOutline(content: HourPlanContent): Outline {
  return { whyItHelps: content.purpose, minutes: minutesToRead(hourPlanParts(content)), prompts: 0 };
}

export function momentOf({ when: { startsOn, startTime, timeZone } }: HourPlanContent): string {
  return `${startsOn} ${startTime} (${timeZone})`;
}

export function lasting(minutes: number): string {
  return `${minutes} min`;
}

export function personWords({ name, role }: HourPlanPerson, language: Language): string {
  return joined(name, ROLE_WORDS[language][role]);
}

/** Everything that is to happen in an entry: an entry of which nothing is written takes its minutes all the same. */
function entryWords({ title, minutes, fixedStart, papers }: HourPlanEntry): string {
  return joined(title, fixedStart ?? '', lasting(minutes), ...papers.map((paper) => paper.title));
}
