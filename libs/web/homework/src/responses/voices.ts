import {
  RATHER_NOT_SAY,
  type Prompt,
  type Relation,
  type Response,
  type ResponseSet,
} from '@common-ground/contract';
import {
  answersSoFar,
  blocksOf,
  daysIn,
  isAnswered,
  promptsNotAsked,
  rulesOf,
} from '@common-ground/rules/content';
import { questionsOf } from '@common-ground/web/documents';

/** One person at one question: their answer, or nothing where none came back. */
export interface Voice {
  readonly set: ResponseSet;
  readonly response: Response | null;
}

export interface AskedOfAll {
  readonly number: number;
  readonly prompt: Prompt;
  readonly voices: readonly Voice[];
}

/** One version of one document, and everybody it was shared with. */
export interface SharedWorksheet {
  readonly key: string;
  readonly title: string;
  readonly version: number;
  /** Who sent it back or marked it as read, latest first. */
  readonly sent: readonly ResponseSet[];
  readonly still: readonly ResponseSet[];
  readonly questions: readonly AskedOfAll[];
  /** Answers that came back and have no note yet. */
  readonly withoutNote: number;
}

/** Gathers what came back by worksheet; a new version is a worksheet of its own, since its questions may differ. */
export function byWorksheet(sets: readonly ResponseSet[]): readonly SharedWorksheet[] {
  const groups = new Map<string, ResponseSet[]>();
  for (const set of sets) {
    const key = versionOf(set);
    groups.set(key, [...(groups.get(key) ?? []), set]);
  }
  return [...groups].map(([key, group]) => worksheetOf(key, group)).sort(latestFirst);
}

/** Names the version of the document that somebody answered. */
export function versionOf({ document }: ResponseSet): string {
  return `${document.id}-${document.version}`;
}

/** Whether something was asked at all; a plan or a script is only read. */
export function asks(set: ResponseSet): boolean {
  return questionsOf(set.content).list.length > 0;
}

/** What one person was asked, as far as their answers tell: also what depends on an answer they keep to themselves. */
export function promptsAsked(set: ResponseSet): readonly Prompt[] {
  const answers = answersSoFar(set.answers);
  const notAsked = promptsNotAsked(blocksOf(set.content), answers);
  return questionsOf(set.content)
    .list.map(({ prompt }) => prompt)
    .filter(({ id }) => !notAsked.includes(id) || answers.has(id));
}

/** What somebody wrote about the days of a plan, latest day first and in the order of the plan. */
export function promptsOfDays(set: ResponseSet): readonly { readonly prompt: Prompt; readonly on: string }[] {
  const told = new Set(set.answers.map(({ promptId }) => promptId));
  return daysIn(set.answers).flatMap((on) =>
    rulesOf(set.document.kind)
      .promptsOfDay(set.content, on)
      .filter(({ id }) => told.has(id))
      .map((prompt) => ({ prompt, on })),
  );
}

/** The voice of one person at one prompt. What was kept or cleared looks like nothing, as the server sends it. */
export function voiceOf(set: ResponseSet, promptId: string): Voice {
  const response = set.answers.find((answer) => answer.promptId === promptId);
  return { set, response: response && isAnswered(response.value) ? response : null };
}

function worksheetOf(key: string, group: readonly ResponseSet[]): SharedWorksheet {
  const [first] = group;
  const sent = group
    .filter(({ sentAt }) => sentAt !== null)
    .sort((a, b) => (b.sentAt ?? '').localeCompare(a.sentAt ?? ''));
  const questions = questionsOf(first?.content ?? null).list.map(({ number, prompt }) => ({
    number,
    prompt,
    voices: sent.map((set) => voiceOf(set, prompt.id)),
  }));
  return {
    key,
    title: first?.document.title ?? '',
    version: first?.document.version ?? 0,
    sent,
    // Of what is over nobody is still at it.
    still: group.filter(({ sentAt, wasOpenUntilOn }) => sentAt === null && wasOpenUntilOn === null),
    questions,
    withoutNote: questions
      .flatMap(({ voices }) => voices)
      .filter(({ response }) => response && asksForWords(response)).length,
  };
}

/** "I'd rather not say" stands as it is: nobody is nudged to write something to it. */
function asksForWords({ value, feedback }: Response): boolean {
  return feedback.length === 0 && value !== RATHER_NOT_SAY;
}

function latestFirst(a: SharedWorksheet, b: SharedWorksheet): number {
  return latest(b).localeCompare(latest(a));
}

function latest({ sent, still }: SharedWorksheet): string {
  return (
    [...sent, ...still]
      .map(({ sentAt, sharedAt }) => sentAt ?? sharedAt)
      .sort()
      .at(-1) ?? ''
  );
}

export interface PersonVoices {
  readonly id: string;
  readonly name: string;
  readonly relation: Relation;
  readonly sets: readonly ResponseSet[];
}

/** Gathers what came back by person, in the order in which their names first come up. */
export function byPerson(sets: readonly ResponseSet[]): readonly PersonVoices[] {
  const people = new Map<string, PersonVoices>();
  for (const set of sets) {
    const { id, displayName: name, relation } = set.person;
    people.set(id, { id, name, relation, sets: [...(people.get(id)?.sets ?? []), set] });
  }
  return [...people.values()];
}
