import type { Block, WorksheetContent } from '@common-ground/contract';

/** Our own estimate of the half-minutes a block takes a tired person on a phone; to be corrected by experience. */
const HALF_MINUTES: Readonly<Record<Block['kind'], number>> = {
  section: 0,
  guidance: 1,
  'short-answer': 2,
  'long-answer': 6,
  'single-choice': 1,
  'multiple-choice': 2,
  scale: 1,
  'yes-no': 1,
  checklist: 2,
  date: 1,
};

/** How long a worksheet takes, in whole minutes, at least 1: the author's own figure, or else an estimate. */
export function estimateMinutes(content: Pick<WorksheetContent, 'minutes' | 'blocks'>): number {
  if (content.minutes !== null) return content.minutes;
  const halves = content.blocks.reduce((sum, block) => sum + HALF_MINUTES[block.kind], 0);
  return Math.max(1, Math.ceil(halves / 2));
}
