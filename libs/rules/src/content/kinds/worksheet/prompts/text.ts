import { LIMITS, type AnswerValue } from '@common-ground/contract';
import type { PromptRules, SpokenAnswer } from './prompt-rules';

const TEXT = {
  blank: () => ({}),
  concerns: () => [],
  words: () => [],
  marks: () => [],
  fault: (_prompt: unknown, value: unknown) => {
    if (typeof value !== 'string') return 'wrong-sort';
    return value.length > LIMITS.answer ? 'too-long' : null;
  },
  mayStayOpen: () => false,
  tests: ['answered'],
  says: (_prompt: unknown, value: AnswerValue): SpokenAnswer => ({
    sort: 'text',
    text: typeof value === 'string' ? value : '',
  }),
} as const;

export const SHORT_ANSWER: PromptRules<'short-answer'> = { ...TEXT, halfMinutes: () => 2 };
export const LONG_ANSWER: PromptRules<'long-answer'> = { ...TEXT, halfMinutes: () => 6 };
