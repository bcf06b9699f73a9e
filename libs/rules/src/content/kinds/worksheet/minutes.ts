import { isPrompt, type Block, type BlockKind, type WorksheetContent } from '@common-ground/contract';
import { rulesOfPrompt } from './prompts/registry';

/** Guidance is read, a heading is only seen. */
function halfMinutes(block: Block): number {
  if (isPrompt(block)) return rulesOfPrompt(block).halfMinutes(block);
  return block.kind === 'guidance' ? 1 : 0;
}

/** One part of an estimate: so many blocks of a kind, and how long they take together. */
export interface MinutesOf {
  readonly kind: BlockKind;
  readonly count: number;
  readonly minutes: number;
}

/** What an estimate is made of, longest first: only what takes time, so that the sum can be followed. */
export function minutesByKind(blocks: WorksheetContent['blocks']): readonly MinutesOf[] {
  const kinds = [...new Set(blocks.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const those = blocks.filter((block) => block.kind === kind);
      const halves = those.reduce((sum, block) => sum + halfMinutes(block), 0);
      return { kind, count: those.length, minutes: halves / 2 };
    })
    .filter(({ minutes }) => minutes > 0)
    .sort((one, other) => other.minutes - one.minutes);
}

/** How long a worksheet takes, in whole minutes, at least 1: the author's own figure, or else an estimate. */
export function estimateMinutes(content: Pick<WorksheetContent, 'minutes' | 'blocks'>): number {
  if (content.minutes !== null) return content.minutes;
  const minutes = minutesByKind(content.blocks).reduce((sum, part) => sum + part.minutes, 0);
  return Math.max(1, Math.ceil(minutes));
}
