import { LIMITS } from '@common-ground/contract';
import type { PromptRules } from './prompt-rules';

type TextRules = Omit<PromptRules<'short-answer' | 'long-answer'>, 'halfMinutes'>;

const TEXT: TextRules = {
  blank: () => ({}),
  concerns: () => [],
  words: () => [],
  marks: () => [],
  fault: (_prompt, value) => {
    if (typeof value !== 'string') return 'wrong-sort';
    return value.length > LIMITS.answer ? 'too-long' : null;
  },
  mayStayOpen: false,
  tests: ['answered'],
  says: (_prompt, value) => ({ sort: 'text', text: String(value) }),
};

export const SHORT_ANSWER: PromptRules<'short-answer'> = { ...TEXT, halfMinutes: 2 };
export const LONG_ANSWER: PromptRules<'long-answer'> = { ...TEXT, halfMinutes: 6 };
