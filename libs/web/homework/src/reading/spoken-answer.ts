import { NOT_SURE, RATHER_NOT_SAY, type AnswerValue, type Prompt } from '@common-ground/contract';
import { isAnswered } from '@common-ground/rules/content';

/** An answer in the shape in which it is read out; the words around it are in the translation files. */
export type SpokenAnswer =
  | { readonly sort: 'nothing' | 'rather-not-say' | 'not-sure' | 'yes' | 'no' }
  | { readonly sort: 'text'; readonly text: string }
  | { readonly sort: 'choices'; readonly labels: readonly string[] }
  | { readonly sort: 'scale'; readonly value: number; readonly low: string; readonly high: string }
  | { readonly sort: 'day'; readonly on: string };

/** Turns a stored value into what a reader is told. A choice the worksheet no longer offers is left out. */
export function spokenAnswer(prompt: Prompt, value: AnswerValue | undefined): SpokenAnswer {
  if (value === undefined || value === null || !isAnswered(value)) return { sort: 'nothing' };
  if (value === RATHER_NOT_SAY) return { sort: 'rather-not-say' };
  switch (prompt.kind) {
    case 'short-answer':
    case 'long-answer':
      return { sort: 'text', text: String(value) };
    case 'scale':
      return { sort: 'scale', value: Number(value), low: prompt.lowLabel, high: prompt.highLabel };
    case 'date':
      return { sort: 'day', on: String(value) };
    case 'yes-no':
      if (value === NOT_SURE) return { sort: 'not-sure' };
      return { sort: value === 'yes' ? 'yes' : 'no' };
    case 'single-choice':
    case 'multiple-choice':
    case 'checklist': {
      if (value === NOT_SURE) return { sort: 'not-sure' };
      const ids = typeof value === 'object' ? value : [String(value)];
      const labels = prompt.choices.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
      return labels.length > 0 ? { sort: 'choices', labels } : { sort: 'nothing' };
    }
  }
}
