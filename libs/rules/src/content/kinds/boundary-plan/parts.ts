import type { BoundaryPlanContent } from '@common-ground/contract';
import { minutesToRead, type Outline, type Part } from '../../parts';

/** A boundary plan part by part, in the order in which it is read. */
export function boundaryPlanParts(content: BoundaryPlanContent): Part[] {
  const one = (
    part: Exclude<keyof BoundaryPlanContent, 'format' | 'language' | 'limits' | 'steps'>,
  ): Part => ({
    id: part,
    part,
    words: content[part] ?? '',
  });
  return [
    one('situation'),
    one('value'),
    ...content.limits.map(({ id, words }) => ({ id, part: 'limit', words })),
    one('action'),
    one('saying'),
    one('sayingWhen'),
    one('offer'),
    ...content.steps.map(({ id, words }) => ({ id, part: 'step', words })),
    one('supportedBy'),
    one('safety'),
    one('startOn'),
    one('reviewOn'),
  ];
}

export function boundaryPlanOutline(content: BoundaryPlanContent): Outline {
  return { whyItHelps: content.value, minutes: minutesToRead(boundaryPlanParts(content)), prompts: 0 };
}
