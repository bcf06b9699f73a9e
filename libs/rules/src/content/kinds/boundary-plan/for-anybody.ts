import type { BoundaryPlanContent } from '@common-ground/contract';

/** A plan to begin others from: its days are not theirs. */
export function boundaryPlanForAnybody(content: BoundaryPlanContent): BoundaryPlanContent {
  return { ...content, startOn: null, reviewOn: null };
}
