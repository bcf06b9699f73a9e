import type { BoundaryLimit, BoundaryPlanContent, BoundaryStep, Language } from '@common-ground/contract';

/** A boundary plan with nothing in it yet. */
export function blankBoundaryPlan(language: Language): BoundaryPlanContent {
  return {
    format: 1,
    language,
    situation: '',
    value: '',
    limits: [],
    action: '',
    saying: '',
    sayingWhen: '',
    offer: '',
    steps: [],
    supportedBy: '',
    safety: '',
    startOn: null,
    reviewOn: null,
  };
}

export function blankLimit(id: string): BoundaryLimit {
  return { id, words: '' };
}

export function blankBoundaryStep(id: string): BoundaryStep {
  return { id, words: '' };
}
