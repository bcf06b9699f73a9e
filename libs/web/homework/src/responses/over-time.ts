import type { Prompt, Response, ResponseSet } from '@common-ground/contract';
import { isAnswered, spokenAnswer } from '@common-ground/rules/content';
import { asks, byPerson, promptsAsked, type PersonVoices } from './voices';

/** What one person answered at one time. */
export interface Then {
  readonly taskId: string;
  readonly at: string;
  readonly version: number;
  /** As it was asked then, which may have been in other words. */
  readonly prompt: Prompt;
  readonly isReworded: boolean;
  readonly response: Response;
}

/** One question that somebody answered several times, earliest first. */
export interface AskedAgain {
  readonly prompt: Prompt;
  readonly times: readonly Then[];
  /** The numbers of a scale; null where it was not a scale each time, or no number was chosen. */
  readonly numbers: readonly number[] | null;
}

export interface DocumentOverTime {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly AskedAgain[];
}

export interface PersonOverTime extends Pick<PersonVoices, 'id' | 'name' | 'relation'> {
  readonly documents: readonly DocumentOverTime[];
}

/**
 * What people answered to the same question more than once: in the rounds of a rhythm, and across versions as long as the
 * question kept its id. A time without an answer leaves no gap: it looks as if nothing had been asked.
 */
export function overTime(sets: readonly ResponseSet[]): readonly PersonOverTime[] {
  return byPerson(sets.filter((set) => asks(set) && set.sentAt !== null))
    .map(({ id, name, relation, sets: own }) => ({ id, name, relation, documents: documentsOf(own) }))
    .filter(({ documents }) => documents.length > 0);
}

function documentsOf(sets: readonly ResponseSet[]): readonly DocumentOverTime[] {
  return [...new Set(sets.map(({ document }) => document.id))].flatMap((id) => {
    const times = sets
      .filter(({ document }) => document.id === id)
      .sort((a, b) => (a.sentAt ?? '').localeCompare(b.sentAt ?? ''));
    const questions = questionsIn(times);
    return questions.length > 0 ? [{ id, title: times.at(-1)?.document.title ?? '', questions }] : [];
  });
}

function questionsIn(times: readonly ResponseSet[]): readonly AskedAgain[] {
  // As asked last comes first: that is the worksheet the therapist knows.
  const latest = new Map<string, Prompt>();
  for (const set of [...times].reverse())
    for (const prompt of promptsAsked(set)) if (!latest.has(prompt.id)) latest.set(prompt.id, prompt);
  return [...latest.values()].flatMap((prompt) => {
    const answered = times.flatMap((set) => thenIn(set, prompt));
    return answered.length > 1 ? [{ prompt, times: answered, numbers: numbersOf(answered) }] : [];
  });
}

function thenIn(set: ResponseSet, latest: Prompt): readonly Then[] {
  const prompt = promptsAsked(set).find(({ id }) => id === latest.id);
  const response = set.answers.find(({ promptId }) => promptId === latest.id);
  if (prompt === undefined || response === undefined || !isAnswered(response.value)) return [];
  const { taskId, document, sentAt } = set;
  const isReworded = prompt.question !== latest.question;
  return [{ taskId, at: sentAt ?? '', version: document.version, prompt, isReworded, response }];
}

/** Only numbers of the same two ends can be laid beside each other. */
function numbersOf(times: readonly Then[]): readonly number[] | null {
  const said = times.map(({ prompt, response }) => spokenAnswer(prompt, response.value));
  const scales = said.flatMap((one) => (one.sort === 'scale' ? [one] : []));
  const [first] = scales;
  if (first === undefined || times.some(({ prompt }) => prompt.kind !== 'scale')) return null;
  const isSame = scales.every(({ low, high }) => low === first.low && high === first.high);
  return isSame && scales.length > 1 ? scales.map(({ value }) => value) : null;
}
