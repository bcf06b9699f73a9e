import type { SupportPlanContent } from '@common-ground/contract';
import { joined, minutesToRead, type Outline, type Part } from '../../parts';

/** A support plan part by part, in the order in which it is read. */
export function supportPlanParts(content: SupportPlanContent): Part[] {
  return [
    { id: 'purpose', part: 'purpose', words: content.purpose },
    ...content.needs.map(({ id, words, support }) => ({
      id,
      part: 'need',
      words: words || support,
      meaning: support,
    })),
    ...content.offers.map(({ id, who, what, when, support }) => ({
      id,
      part: 'offer',
      words: joined(who, what, when),
      meaning: support,
    })),
    ...content.steps.map(({ id, who, what, when, often, knownBy, planB }) => ({
      id,
      part: 'step',
      words: joined(who, what, when, often, knownBy, planB),
    })),
    ...content.signs.map(({ id, sign, helps }) => ({ id, part: 'sign', words: joined(sign, helps) })),
    ...content.places.map(({ id, name, when, contact }) => ({
      id,
      part: 'place',
      words: joined(name, when, contact),
    })),
    { id: 'startOn', part: 'startOn', words: content.startOn ?? '' },
    { id: 'reviewOn', part: 'reviewOn', words: content.reviewOn ?? '' },
  ];
}

export function supportPlanOutline(content: SupportPlanContent): Outline {
  return { whyItHelps: content.purpose, minutes: minutesToRead(supportPlanParts(content)), prompts: 0 };
}
