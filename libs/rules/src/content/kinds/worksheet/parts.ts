import type { Block, WorksheetContent } from '@common-ground/contract';
import type { Part } from '../../parts';

/** The sentence a block is known by. */
export function wording(block: Block): string {
  if (block.kind === 'section') return block.title;
  return block.kind === 'guidance' ? block.text : block.question;
}

export function worksheetParts(content: WorksheetContent): Part[] {
  return content.blocks.map((block) => ({ id: block.id, part: block.kind, words: wording(block) }));
}
