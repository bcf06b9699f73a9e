import type { Language } from '../../../people/people';

/** The support menu: five plain things one person can ask of another. */
export const SUPPORT_MENU = ['listen', 'distract', 'practical-help', 'quiet-company', 'leave-me-be'] as const;
export type SupportOnTheMenu = (typeof SUPPORT_MENU)[number];

/** Something that is needed right now, and what it looks like for this person. */
export interface SupportNeed {
  readonly id: string;
  readonly support: SupportOnTheMenu;
  readonly words: string;
}

export interface SupportOffer {
  readonly id: string;
  readonly support: SupportOnTheMenu;
  readonly who: string;
  readonly what: string;
  readonly when: string;
}

/** One thing that is done on a day of the plan. */
export interface SupportStep {
  readonly id: string;
  readonly who: string;
  readonly what: string;
  readonly when: string;
  readonly often: string;
  /** How they will know that it was done. */
  readonly knownBy: string;
  readonly planB: string;
}

export interface EarlySign {
  readonly id: string;
  readonly sign: string;
  readonly helps: string;
}

/** A place or group outside the family. */
export interface CommunityPlace {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  readonly contact: string;
}

export interface SupportPlanContent {
  readonly format: 1;
  readonly language: Language;
  /** What the plan is for; says to everybody why it helps. */
  readonly purpose: string;
  readonly needs: readonly SupportNeed[];
  readonly offers: readonly SupportOffer[];
  readonly steps: readonly SupportStep[];
  readonly signs: readonly EarlySign[];
  readonly places: readonly CommunityPlace[];
  readonly startOn: string | null;
  readonly reviewOn: string | null;
}
