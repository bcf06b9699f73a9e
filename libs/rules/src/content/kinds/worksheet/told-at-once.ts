import { LIMITS, type AnswerValue, type Language, type Prompt } from '@common-ground/contract';
import { LENGTH_CHOICE } from './short-version';

/** The ids under which it is kept, as answers of their own, that a week is too full and that a piece was hard. */
export const NOT_THIS_WEEK = '~not-this-week';
export const HARD = '~hard';

/** In the worksheet's language: what its author's own copy of their answers calls the two. */
const WORDS: Readonly<Record<Language, { hard: string; notThisWeek: string }>> = {
  en: { hard: 'What was hard about this?', notThisWeek: 'Not this week. Put off until' },
  es: { hard: '¿Qué fue difícil de esto?', notThisWeek: 'Esta semana no. Se deja hasta' },
};

/** What can be said about every worksheet, beside what it asks: saved, taken along and erased as every answer is. */
export function promptToldAtOnce(language: Language, id: string): Prompt | undefined {
  const asked = { id, help: '', optional: true };
  if (id === HARD) return { kind: 'short-answer', ...asked, question: WORDS[language].hard };
  if (id === NOT_THIS_WEEK) return { kind: 'date', ...asked, question: WORDS[language].notThisWeek };
  return undefined;
}

/** Whether something reaches the therapist when it is said, and not with the homework: unless it is kept *not yet*. */
export function isToldAtOnce(promptId: string): boolean {
  return promptId === HARD || promptId === NOT_THIS_WEEK;
}

/** What is said about a worksheet as a whole: no answer to anything that it asks. */
export function isAboutTheWhole(promptId: string): boolean {
  return promptId === LENGTH_CHOICE || isToldAtOnce(promptId);
}

/** A word to the therapist is a word, not one more piece of homework. */
export function isTooMuchToTell(promptId: string, value: AnswerValue): boolean {
  return promptId === HARD && typeof value === 'string' && value.length > LIMITS.line;
}
