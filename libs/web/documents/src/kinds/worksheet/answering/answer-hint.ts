import type { Prompt } from '@common-ground/contract';
import type { Words } from '@common-ground/web/platform';
import { exampleDay } from './day-order';

/** How a question is answered, in a few words; null where the field says it by itself. */
export function hintFor(prompt: Prompt, words: Words): string | null {
  switch (prompt.kind) {
    case 'single-choice':
    case 'yes-no':
      // The author has said how: round buttons say the rest.
      return prompt.help === '' ? words.say('homework.question.pickOne') : null;
    case 'multiple-choice':
    case 'support-menu':
      return words.say('homework.question.pickSeveral');
    case 'feelings':
    case 'ranking':
    case 'i-statement':
    case 'if-then':
    case 'contact-card':
    case 'repeating-row':
      return words.say(`prompts.hints.${prompt.kind}`);
    case 'checklist':
      return words.say('homework.question.tick');
    case 'date':
      return words.say('homework.question.dayHint', { example: exampleDay(words.language()) });
    default:
      return null;
  }
}

/** Whether it is answered in words of one's own: above every such box stands who reads them, and when. */
export function asksForWords({ kind }: Prompt): boolean {
  return WITH_WORDS.includes(kind);
}

const WITH_WORDS: readonly Prompt['kind'][] = [
  'short-answer',
  'long-answer',
  'feelings',
  'i-statement',
  'if-then',
  'support-menu',
  'repeating-row',
];
