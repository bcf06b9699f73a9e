import { RATHER_NOT_SAY, type AnswerValue, type Prompt } from '@common-ground/contract';
import { saysSomething } from './prompts/parts';
import { isPartsOf, type AnswerFault, type Room, type SpokenAnswer } from './prompts/prompt-rules';
import { rulesOfPrompt } from './prompts/registry';

export { CARD_FIELDS } from './prompts/cards';
export { cleanAnswer, isSameAnswer, tidyAnswer, wordsIn } from './prompts/parts';
export { grouped, supportFields } from './prompts/picked';
export {
  ANSWER_FAULTS,
  isPartsOf,
  PART_NAMES,
  pickedIn,
  type AnswerFault,
  type PartName,
  type Room,
  type SpokenAnswer,
  type SpokenLine,
} from './prompts/prompt-rules';
export { partOfSentence, SENTENCE_PARTS } from './prompts/sentences';
export { secondsOf } from './prompts/timed-exercise';

/** Whether something has been answered; an emptied answer counts as none. */
export function isAnswered(value: AnswerValue | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value === 'number') return true;
  return isPartsOf(value) ? saysSomething(value) : value.length > 0;
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
  return prompt.optional || rulesOfPrompt(prompt).mayStayOpen(prompt) || isAnswered(value)
    ? null
    : 'required';
}

/** Where an answer is made of several things, the room for each; null for the simple prompts. */
export function roomFor(prompt: Prompt): readonly Room[] | null {
  return rulesOfPrompt(prompt).room?.(prompt) ?? null;
}

/** Turns a stored value into what a reader is told. A choice the worksheet no longer offers is left out. */
export function spokenAnswer(prompt: Prompt, value: AnswerValue | undefined): SpokenAnswer {
  if (value === undefined || value === null || !isAnswered(value)) return unanswered(prompt);
  if (value === RATHER_NOT_SAY) return { sort: 'rather-not-say' };
  return rulesOfPrompt(prompt).says(prompt, value);
}

/** Nothing was said; a card that the author had filled in is told from an answer, and still read. */
function unanswered(prompt: Prompt): SpokenAnswer {
  const lines = rulesOfPrompt(prompt).given?.(prompt) ?? [];
  return lines.length > 0 ? { sort: 'as-given', lines } : { sort: 'nothing' };
}
