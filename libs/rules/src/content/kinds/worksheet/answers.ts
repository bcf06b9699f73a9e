import { RATHER_NOT_SAY, type AnswerValue, type Prompt } from '@common-ground/contract';
import type { AnswerFault, SpokenAnswer } from './prompts/prompt-rules';
import { rulesOfPrompt } from './prompts/registry';

export { ANSWER_FAULTS, pickedIn, type AnswerFault, type SpokenAnswer } from './prompts/prompt-rules';

/** Whether something has been answered; an emptied answer counts as none. */
export function isAnswered(value: AnswerValue | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value === 'number' || value.length > 0;
}

/**
 * Whether a value fits the prompt it answers. Half-written answers fit: a draft is never refused for being short.
 * @returns what is wrong, or null
 */
export function checkAnswerShape(prompt: Prompt, value: unknown): AnswerFault | null {
  if (value === null || value === RATHER_NOT_SAY) return null;
  return rulesOfPrompt(prompt).fault(prompt, value);
}

/** What stands in the way of going on from a prompt: a bad shape, or nothing said where something is asked for. */
export function checkAnswer(prompt: Prompt, value: AnswerValue): AnswerFault | 'required' | null {
  const fault = checkAnswerShape(prompt, value);
  if (fault !== null) return fault;
  return prompt.optional || rulesOfPrompt(prompt).mayStayOpen || isAnswered(value) ? null : 'required';
}

/** Turns a stored value into what a reader is told. A choice the worksheet no longer offers is left out. */
export function spokenAnswer(prompt: Prompt, value: AnswerValue | undefined): SpokenAnswer {
  if (value === undefined || value === null || !isAnswered(value)) return { sort: 'nothing' };
  if (value === RATHER_NOT_SAY) return { sort: 'rather-not-say' };
  return rulesOfPrompt(prompt).says(prompt, value);
}
