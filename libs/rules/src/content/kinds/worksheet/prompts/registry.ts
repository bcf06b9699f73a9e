import type { Prompt, PromptKind } from '@common-ground/contract';
import { CHECKLIST, MULTIPLE_CHOICE, SINGLE_CHOICE, YES_NO } from './choices';
import { DATE, SCALE } from './measures';
import type { PromptRules } from './prompt-rules';
import { LONG_ANSWER, SHORT_ANSWER } from './text';

/** The one place that knows every kind of prompt; each has its sentences in a file of its own sort. */
const PROMPT_RULES = {
  'short-answer': SHORT_ANSWER,
  'long-answer': LONG_ANSWER,
  'single-choice': SINGLE_CHOICE,
  'multiple-choice': MULTIPLE_CHOICE,
  scale: SCALE,
  'yes-no': YES_NO,
  checklist: CHECKLIST,
  date: DATE,
} as const satisfies { [K in PromptKind]: PromptRules<K> };

/** The rules of a prompt's own kind. */
export function rulesOfPrompt({ kind }: Pick<Prompt, 'kind'>): PromptRules<PromptKind> {
  return PROMPT_RULES[kind];
}
