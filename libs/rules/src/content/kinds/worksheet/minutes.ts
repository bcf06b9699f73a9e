import { isPrompt, type Block, type WorksheetContent } from '@common-ground/contract';
import { rulesOfPrompt } from './prompts/registry';

/** Guidance is read, a heading is only seen. */
function halfMinutes(block: Block): number {
  if (isPrompt(block)) return rulesOfPrompt(block).halfMinutes(block);
  return block.kind === 'guidance' ? 1 : 0;
}

/** How long a worksheet takes, in whole minutes, at least 1: the author's own figure, or else an estimate. */
export function estimateMinutes(content: Pick<WorksheetContent, 'minutes' | 'blocks'>): number {
  if (content.minutes !== null) return content.minutes;
  const halves = content.blocks.reduce((sum, block) => sum + halfMinutes(block), 0);
  return Math.max(1, Math.ceil(halves / 2));
}
