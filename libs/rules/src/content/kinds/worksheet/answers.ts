import {
  isDay,
  LIMITS,
  NOT_SURE,
  RATHER_NOT_SAY,
  type AnswerValue,
  type Prompt,
} from '@common-ground/contract';

export const ANSWER_FAULTS = ['wrong-sort', 'too-long', 'not-a-choice', 'not-0-to-10', 'not-a-day'] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

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
  switch (prompt.kind) {
    case 'short-answer':
    case 'long-answer':
      if (typeof value !== 'string') return 'wrong-sort';
      return value.length > LIMITS.answer ? 'too-long' : null;
    case 'scale':
      if (typeof value !== 'number') return 'wrong-sort';
      return Number.isInteger(value) && value >= 0 && value <= 10 ? null : 'not-0-to-10';
    case 'date':
      if (typeof value !== 'string') return 'wrong-sort';
      return isDay(value) ? null : 'not-a-day';
    case 'yes-no':
      if (typeof value !== 'string') return 'wrong-sort';
      return value === 'yes' || value === 'no' || (prompt.notSure && value === NOT_SURE)
        ? null
        : 'not-a-choice';
    case 'single-choice':
      if (typeof value !== 'string') return 'wrong-sort';
      return offers(prompt, value) ? null : 'not-a-choice';
    case 'multiple-choice':
    case 'checklist':
      if (prompt.kind === 'multiple-choice' && value === NOT_SURE && prompt.notSure) return null;
      if (!Array.isArray(value) || !value.every((entry): entry is string => typeof entry === 'string')) {
        return 'wrong-sort';
      }
      return new Set(value).size === value.length && value.every((entry) => offers(prompt, entry))
        ? null
        : 'not-a-choice';
  }
}

/** What stands in the way of going on from a prompt: a bad shape, or nothing said where something is asked for. */
export function checkAnswer(prompt: Prompt, value: AnswerValue): AnswerFault | 'required' | null {
  const fault = checkAnswerShape(prompt, value);
  if (fault !== null) return fault;
  return prompt.optional || prompt.kind === 'checklist' || isAnswered(value) ? null : 'required';
}

function offers(prompt: Extract<Prompt, { choices: unknown }>, id: string): boolean {
  if (id === NOT_SURE) return 'notSure' in prompt && prompt.notSure;
  return prompt.choices.some((choice) => choice.id === id);
}
