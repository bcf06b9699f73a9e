import type { AnswerValue, PromptKind } from '@common-ground/contract';
import { partsFault, wordsIn } from './parts';
import type { PartName, PromptRules, Room, SpokenAnswer, SpokenLine } from './prompt-rules';

export const SENTENCE_PARTS = {
  'i-statement': ['feel', 'when', 'because', 'like'],
  'if-then': ['if', 'then'],
} as const;

/** What was written at each place of a prompt, in the order of the page; places left empty are left out. */
export function linesOf(kind: PromptKind, parts: readonly string[], value: AnswerValue): SpokenLine[] {
  return parts
    .map((part) => ({ part: `${kind}.${part}` as PartName, text: wordsIn(value, part).trim() }))
    .filter(({ text }) => text !== '');
}

/** What was written at one place of a sentence, so that it does not run into the words of the next. */
export function partOfSentence(text: string, isLast: boolean): string {
  return isLast || /\p{P}$/u.test(text) ? text : `${text},`;
}

function sentence<K extends keyof typeof SENTENCE_PARTS>(kind: K, halfMinutes: number) {
  const parts: readonly string[] = SENTENCE_PARTS[kind];
  return {
    blank: () => ({}),
    halfMinutes: () => halfMinutes,
    concerns: () => [],
    words: () => [],
    marks: () => [],
    fault: (_prompt: unknown, value: unknown) => partsFault(value, { words: parts }),
    mayStayOpen: () => false,
    tests: ['answered'],
    room: (): readonly Room[] =>
      parts.map((part) => ({ sort: 'field', part: `${kind}.${part}` as PartName, text: '', isLong: false })),
    says: (_prompt: unknown, value: AnswerValue): SpokenAnswer => ({
      sort: 'sentence',
      lines: linesOf(kind, parts, value),
    }),
  } as const;
}

export const I_STATEMENT: PromptRules<'i-statement'> = sentence('i-statement', 4);
export const IF_THEN: PromptRules<'if-then'> = sentence('if-then', 3);
