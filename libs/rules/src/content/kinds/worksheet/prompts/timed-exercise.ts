import type { Language } from '@common-ground/contract';
import { isBlankText, type BlockConcern, type PromptRules } from './prompt-rules';

/** Slow breathing, a little longer out than in: where an author begins. */
const BREATHING: Readonly<Record<Language, readonly (readonly [label: string, seconds: number])[]>> = {
  en: [
    ['Breathe in', 4],
    ['Breathe out', 6],
  ],
  es: [
    ['Inhale', 4],
    ['Exhale', 6],
  ],
};

/** How long an exercise takes, in seconds. */
export function secondsOf(prompt: {
  readonly steps: readonly { readonly seconds: number }[];
  readonly rounds: number;
}): number {
  return prompt.rounds * prompt.steps.reduce((sum, { seconds }) => sum + seconds, 0);
}

export const TIMED_EXERCISE: PromptRules<'timed-exercise'> = {
  blank: (id, language) => ({
    steps: BREATHING[language].map(([label, seconds], at) => ({ id: `${id}-${at + 1}`, label, seconds })),
    rounds: 6,
  }),
  halfMinutes: (prompt) => Math.ceil(secondsOf(prompt) / 30) + 1,
  concerns: ({ steps }) => {
    const found: BlockConcern[] = [];
    if (steps.length === 0) found.push(['steps', 'too-few-steps', true]);
    const ids = new Set<string>();
    steps.forEach(({ id, label }, at) => {
      if (isBlankText(label)) found.push([`steps.${at}.label`, 'timed-step-empty', true]);
      if (ids.has(id)) found.push([`steps.${at}.id`, 'choice-id-repeated', true]);
      ids.add(id);
    });
    return found;
  },
  words: ({ steps }) => steps.map(({ label }) => label),
  marks: ({ steps, rounds }) => [`${steps.map(({ seconds }) => `${seconds} s`).join(' + ')} × ${rounds}`],
  fault: (_prompt, value) => {
    if (typeof value !== 'string') return 'wrong-sort';
    return value === 'done' || value === 'skipped' ? null : 'not-a-choice';
  },
  mayStayOpen: () => false,
  tests: ['is', 'answered'],
  room: ({ steps, rounds }) => [
    { sort: 'steps', steps, rounds },
    { sort: 'answers', answers: ['done', 'skipped'] },
  ],
  says: (_prompt, value) => ({ sort: value === 'done' ? 'done' : 'skipped' }),
};
