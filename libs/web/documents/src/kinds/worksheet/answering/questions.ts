import {
  isPrompt,
  type AnswerValue,
  type DocumentContent,
  type GuidanceBlock,
  type Prompt,
  type SectionBlock,
} from '@common-ground/contract';
import { blocksOf, checkAnswer, isAnswered, promptsNotAsked } from '@common-ground/rules/content';

/** What an author wrote between two questions: a heading or a few helping words. */
export type Passage = SectionBlock | GuidanceBlock;

/** One page of the homework: a question and what is read before it. */
export interface Question {
  /** Counts from 1; stands in the address and in "Question 3 of 8". */
  readonly number: number;
  readonly prompt: Prompt;
  readonly before: readonly Passage[];
}

export interface Questions {
  readonly list: readonly Question[];
  /** What the author wrote after the last question; it is read on the check page. */
  readonly after: readonly Passage[];
}

/**
 * Cuts a worksheet into pages of one question each; a document of another kind asks nothing.
 * @param values what was answered so far: only what it asks for is on a page. Left out, everything is
 */
export function questionsOf(content: DocumentContent | null, values?: Values): Questions {
  const blocks = content === null ? [] : blocksOf(content);
  const notAsked = new Set(values && promptsNotAsked(blocks, values));
  const list: Question[] = [];
  let before: Passage[] = [];
  for (const block of blocks) {
    if (notAsked.has(block.id)) continue;
    if (isPrompt(block)) {
      list.push({ number: list.length + 1, prompt: block, before });
      before = [];
    } else {
      before.push(block);
    }
  }
  return { list, after: before };
}

/** What stands in for the answers in the pure rules below: the value by prompt id, nothing where never touched. */
export type Values = ReadonlyMap<string, AnswerValue>;

/**
 * Where somebody goes on: the question after the last one they answered, so that an optional question they chose to
 * pass is not asked again. `null` means that all is answered and the check page is next.
 */
export function goOnAt(questions: readonly Question[], values: Values): number | null {
  const last = questions.findLast(({ prompt }) => isAnswered(values.get(prompt.id)));
  if (last === undefined) return questions.length > 0 ? 1 : null;
  return last.number < questions.length ? last.number + 1 : null;
}

/** The questions that still need something before the homework can be sent, in order. */
export function missing(questions: readonly Question[], values: Values): readonly Question[] {
  return questions.filter(({ prompt }) => checkAnswer(prompt, values.get(prompt.id) ?? null) !== null);
}

/** How many questions have an answer. */
export function answeredCount(questions: readonly Question[], values: Values): number {
  return questions.filter(({ prompt }) => isAnswered(values.get(prompt.id))).length;
}
