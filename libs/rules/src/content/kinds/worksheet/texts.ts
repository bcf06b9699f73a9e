import type { WorksheetContent } from '@common-ground/contract';
import type { TextOfBlock } from '../../parts';
import { rulesOfPrompt } from './prompts/registry';

/** Every word a family will read on a worksheet, in reading order. */
export function worksheetTexts(title: string, content: WorksheetContent): TextOfBlock[] {
  const head = [title, content.whyItHelps, content.whenAndWhere].map((text) => ({ blockId: null, text }));
  const blocks = content.blocks.flatMap((block) => {
    const words: string[] = [];
    if (block.kind === 'section') words.push(block.title);
    else if (block.kind === 'guidance') words.push(block.text);
    else {
      words.push(block.question, block.help, ...rulesOfPrompt(block).words(block));
    }
    return words.map((text) => ({ blockId: block.id, text }));
  });
  return [...head, ...blocks].filter(({ text }) => text !== '');
}
