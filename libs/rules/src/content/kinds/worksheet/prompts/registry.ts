import type { Prompt, PromptKind } from '@common-ground/contract';
import { ACKNOWLEDGEMENT, CONTACT_CARD } from './cards';
import { CHECKLIST, MULTIPLE_CHOICE, SINGLE_CHOICE, YES_NO } from './choices';
import { DATE, SCALE } from './measures';
import { FEELINGS_PICKER, SUPPORT_MENU } from './picked';
import type { PromptRules } from './prompt-rules';
import { RANKING } from './ranking';
import { REPEATING_ROW } from './repeating-row';
import { IF_THEN, I_STATEMENT } from './sentences';
import { LONG_ANSWER, SHORT_ANSWER } from './text';
import { TIMED_EXERCISE } from './timed-exercise';

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
  feelings: FEELINGS_PICKER,
  ranking: RANKING,
  'i-statement': I_STATEMENT,
  'if-then': IF_THEN,
  'support-menu': SUPPORT_MENU,
  'contact-card': CONTACT_CARD,
  acknowledgement: ACKNOWLEDGEMENT,
  'timed-exercise': TIMED_EXERCISE,
  'repeating-row': REPEATING_ROW,
} as const satisfies { [K in PromptKind]: PromptRules<K> };

/** The rules of a prompt's own kind. */
export function rulesOfPrompt({ kind }: Pick<Prompt, 'kind'>): PromptRules<PromptKind> {
  return PROMPT_RULES[kind];
}
