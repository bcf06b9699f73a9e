import type { SupportPlanContent } from '@common-ground/contract';

/** A plan to begin others from: its days are not theirs. */
export function supportPlanForAnybody(content: SupportPlanContent): SupportPlanContent {
  return { ...content, startOn: null, reviewOn: null };
}
