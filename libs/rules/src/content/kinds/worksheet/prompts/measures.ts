import { isDay } from '@common-ground/contract';
import { isBlankText, type BlockConcern, type PromptRules } from './prompt-rules';

export const SCALE: PromptRules<'scale'> = {
  blank: () => ({ lowLabel: '', highLabel: '' }),
  halfMinutes: () => 1,
  concerns: ({ lowLabel, highLabel }) => {
    const found: BlockConcern[] = [];
    if (isBlankText(lowLabel)) found.push(['lowLabel', 'scale-end-missing', true]);
    if (isBlankText(highLabel)) found.push(['highLabel', 'scale-end-missing', true]);
    return found;
  },
  words: ({ lowLabel, highLabel }) => [lowLabel, highLabel],
  marks: () => [],
  fault: (_prompt, value) => {
    if (typeof value !== 'number') return 'wrong-sort';
    return Number.isInteger(value) && value >= 0 && value <= 10 ? null : 'not-0-to-10';
  },
  mayStayOpen: () => false,
  tests: ['at-least', 'at-most', 'answered'],
  says: (prompt, value) => ({
    sort: 'scale',
    value: Number(value),
    low: prompt.lowLabel,
    high: prompt.highLabel,
  }),
};

export const DATE: PromptRules<'date'> = {
  blank: () => ({}),
  halfMinutes: () => 1,
  concerns: () => [],
  words: () => [],
  marks: () => [],
  fault: (_prompt, value) => {
    if (typeof value !== 'string') return 'wrong-sort';
    return isDay(value) ? null : 'not-a-day';
  },
  mayStayOpen: () => false,
  tests: ['before', 'after', 'answered'],
  says: (_prompt, value) => ({ sort: 'day', on: typeof value === 'string' ? value : '' }),
};
