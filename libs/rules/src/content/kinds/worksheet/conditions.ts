import {
  isPrompt,
  NOT_SURE,
  RATHER_NOT_SAY,
  type AnswerValue,
  type Condition,
  type ConditionTest,
  type Prompt,
  type WorksheetContent,
} from '@common-ground/contract';
import { isAnswered } from './answers';
import { offers, pickedIn } from './prompts/prompt-rules';
import { rulesOfPrompt } from './prompts/registry';
import { choseShort, hasShortVersion } from './short-version';

/** What has been answered so far, by prompt. */
export type AnswersSoFar = ReadonlyMap<string, AnswerValue>;

/**
 * The prompts that are asked, given what was answered so far. A prompt that is not asked counts as unanswered for
 * those that ask about it, whatever was once written there.
 */
export function askedPrompts(blocks: WorksheetContent['blocks'], answers: AnswersSoFar): readonly Prompt[] {
  const asked = new Map<string, Prompt>();
  const isShort = choseShort(blocks, answers);
  for (const prompt of blocks.filter(isPrompt)) {
    const { onlyIf } = prompt;
    if (isShort && !prompt.inShort) continue;
    const about = onlyIf && asked.get(onlyIf.promptId);
    if (onlyIf && (!about || !holds(onlyIf, about, answers.get(about.id) ?? null))) continue;
    asked.set(prompt.id, prompt);
  }
  return [...asked.values()];
}

/** The prompts that are not asked: what was once written there is kept, and neither shown nor sent onward. */
export function promptsNotAsked(
  blocks: WorksheetContent['blocks'],
  answers: AnswersSoFar,
): readonly string[] {
  const asked = new Set(askedPrompts(blocks, answers).map(({ id }) => id));
  return blocks.filter((block) => isPrompt(block) && !asked.has(block.id)).map(({ id }) => id);
}

export function answersSoFar(
  answers: readonly { readonly promptId: string; readonly value: AnswerValue }[],
): AnswersSoFar {
  return new Map(answers.map(({ promptId, value }) => [promptId, value]));
}

/** Whether what is asked depends on what is answered: on conditions, or on the choice of the short version. */
export function isVarying(blocks: WorksheetContent['blocks']): boolean {
  return hasShortVersion(blocks) || blocks.some((block) => isPrompt(block) && block.onlyIf !== undefined);
}

/** Nothing is concluded from an answer that was not given, save that an unticked list leaves everything out. */
function holds({ test, value: wanted }: Condition, about: Prompt, value: AnswerValue): boolean {
  if (value === RATHER_NOT_SAY) return false;
  if (!isAnswered(value)) return about.kind === 'checklist' && test === 'leaves-out';
  switch (test) {
    case 'answered':
      return true;
    case 'is':
      return value === wanted;
    case 'is-not':
      return value !== wanted;
    case 'includes':
      return pickedIn(value).some((id) => id === wanted);
    case 'leaves-out':
      return !pickedIn(value).some((id) => id === wanted || id === NOT_SURE);
    case 'at-least':
      return typeof value === 'number' && typeof wanted === 'number' && value >= wanted;
    case 'at-most':
      return typeof value === 'number' && typeof wanted === 'number' && value <= wanted;
    case 'before':
      return typeof value === 'string' && typeof wanted === 'string' && value < wanted;
    case 'after':
      return typeof value === 'string' && typeof wanted === 'string' && value > wanted;
  }
}

/** What may be asked about an earlier prompt's answer, the likeliest first. */
export function testsOf(prompt: Prompt): readonly ConditionTest[] {
  return rulesOfPrompt(prompt).tests;
}

/** What a test compares an answer with. */
export const TEST_WANTS = {
  answered: 'nothing',
  is: 'choice',
  'is-not': 'choice',
  includes: 'choice',
  'leaves-out': 'choice',
  'at-least': 'number',
  'at-most': 'number',
  before: 'day',
  after: 'day',
} as const satisfies Record<ConditionTest, 'nothing' | 'choice' | 'number' | 'day'>;

const FIXED_CHOICES: Readonly<Partial<Record<Prompt['kind'], readonly string[]>>> = {
  'yes-no': ['yes', 'no'],
  'timed-exercise': ['done', 'skipped'],
};

/** The ids that a choice of this prompt may be asked for; `yes`, `no` and `not-sure` have words everywhere. */
export function choicesToAskFor(
  prompt: Prompt,
): readonly { readonly id: string; readonly label: string | null }[] {
  const own = (FIXED_CHOICES[prompt.kind] ?? []).map((id) => ({ id, label: null }));
  const choices = 'choices' in prompt ? prompt.choices : [];
  const unsure = 'notSure' in prompt && prompt.notSure ? [{ id: NOT_SURE, label: null }] : [];
  return [...own, ...choices, ...unsure];
}

/** The prompts that a prompt may ask about: those before it. */
export function promptsBefore(blocks: WorksheetContent['blocks'], id: string): readonly Prompt[] {
  const at = blocks.findIndex((block) => block.id === id);
  return blocks.slice(0, Math.max(0, at)).filter(isPrompt);
}

/** Why a condition cannot be kept to as it stands, or null. */
export function conditionConcern(
  condition: Condition,
  before: readonly Prompt[],
  all: readonly Prompt[],
): string | null {
  const about = before.find(({ id }) => id === condition.promptId);
  if (about === undefined) {
    return all.some(({ id }) => id === condition.promptId)
      ? 'condition-asks-later'
      : 'condition-asks-nothing';
  }
  if (!testsOf(about).includes(condition.test)) return 'condition-does-not-fit';
  const { value } = condition;
  switch (TEST_WANTS[condition.test]) {
    case 'nothing':
      return null;
    case 'number':
      return typeof value === 'number' ? null : 'condition-unfinished';
    case 'day':
      return typeof value === 'string' ? null : 'condition-unfinished';
    case 'choice':
      if (typeof value !== 'string') return 'condition-unfinished';
      return isOffered(about, value) ? null : 'condition-choice-gone';
  }
}

function isOffered(prompt: Prompt, id: string): boolean {
  return 'choices' in prompt
    ? offers(prompt, id)
    : choicesToAskFor(prompt).some((choice) => choice.id === id);
}
