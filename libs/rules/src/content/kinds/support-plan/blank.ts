import type {
  CommunityPlace,
  EarlySign,
  Language,
  SupportNeed,
  SupportOffer,
  SupportPlanContent,
  SupportStep,
} from '@common-ground/contract';

/** A support plan with nothing in it yet. */
export function blankSupportPlan(language: Language): SupportPlanContent {
  return {
    format: 1,
    language,
    purpose: '',
    needs: [],
    offers: [],
    steps: [],
    signs: [],
    places: [],
    startOn: null,
    reviewOn: null,
  };
}

export function blankNeed(id: string): SupportNeed {
  return { id, support: 'listen', words: '' };
}

export function blankOffer(id: string): SupportOffer {
  return { id, support: 'listen', who: '', what: '', when: '' };
}

export function blankSupportStep(id: string): SupportStep {
  return { id, who: '', what: '', when: '', often: '', knownBy: '', planB: '' };
}

export function blankSign(id: string): EarlySign {
  return { id, sign: '', helps: '' };
}

export function blankPlace(id: string): CommunityPlace {
  return { id, name: '', when: '', contact: '' };
}
