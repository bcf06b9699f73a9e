import {
  isPrompt,
  type AnswerValue,
  type Language,
  type Prompt,
  type WorksheetContent,
} from '@common-ground/contract';
import { estimateMinutes } from './minutes';

/**
 * The id under which somebody's choice between the short version and the whole is kept, as an answer of theirs. No block
 * can have it: a tilde stands in no entry's id.
 */
export const LENGTH_CHOICE = '~length';

/** In the worksheet's language: what its author's own copy of their answers calls the choice. */
const WORDS: Readonly<Record<Language, { question: string; short: string; whole: string }>> = {
  en: { question: 'Short version or the whole?', short: 'The short version', whole: 'The whole' },
  es: { question: '¿Versión corta o completa?', short: 'La versión corta', whole: 'La completa' },
};

/** Whether the author marked some questions, and not all, as a smaller piece of work. */
export function hasShortVersion(blocks: WorksheetContent['blocks']): boolean {
  const prompts = blocks.filter(isPrompt);
  return prompts.some(({ inShort }) => inShort) && prompts.some(({ inShort }) => !inShort);
}

export function choseShort(
  blocks: WorksheetContent['blocks'],
  answers: ReadonlyMap<string, AnswerValue>,
): boolean {
  return answers.get(LENGTH_CHOICE) === 'short' && hasShortVersion(blocks);
}

/** How long the short version takes: an estimate, since the author's own figure is about the whole. */
export function minutesOfShort(blocks: WorksheetContent['blocks']): number {
  return estimateMinutes({
    minutes: null,
    blocks: blocks.filter((block) => isPrompt(block) && block.inShort),
  });
}

/** The choice as something asked, so that it is saved, sent and taken along as every answer is. */
export function lengthPrompt({ language, blocks }: WorksheetContent): Prompt | undefined {
  if (!hasShortVersion(blocks)) return undefined;
  const { question, short, whole } = WORDS[language];
  const choices = [
    { id: 'short', label: short },
    { id: 'whole', label: whole },
  ];
  return {
    kind: 'single-choice',
    id: LENGTH_CHOICE,
    question,
    help: '',
    optional: true,
    choices,
    notSure: false,
  };
}
