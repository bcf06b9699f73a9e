import type { Block, BlockKind, Language, WorksheetContent } from '@common-ground/contract';
import { rulesOfPrompt } from './prompts/registry';

/** A worksheet with nothing on it yet. */
export function blankWorksheet(language: Language): WorksheetContent {
  return { format: 1, language, whyItHelps: '', whenAndWhere: '', minutes: null, blocks: [] };
}

/**
 * An empty block of one kind.
 * @param id the new block's id, unique in its worksheet; the first choices are named after it
 * @param language the worksheet's, for the words that some kinds begin with
 */
export function blankBlock(kind: BlockKind, id: string, language: Language): Block {
  if (kind === 'section') return { kind, id, title: '' };
  if (kind === 'guidance') return { kind, id, text: '' };
  const asked = { kind, id, question: '', help: '', optional: false };
  // Which fields go with which kind is what the rules of that kind know; their type says so for each of them.
  return { ...asked, ...rulesOfPrompt({ kind }).blank(id, language) } as Block;
}
