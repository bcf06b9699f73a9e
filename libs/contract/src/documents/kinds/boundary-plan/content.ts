import type { Language } from '../../../people/people';

/** A limit, in the words of the person who keeps it. */
export interface BoundaryLimit {
  readonly id: string;
  readonly words: string;
}

/** What the person does when the limit is crossed; the first step comes first. */
export interface BoundaryStep {
  readonly id: string;
  readonly words: string;
}

/** A limit on what *I* do, kept by me. It asks nothing of anybody else. */
export interface BoundaryPlanContent {
  readonly format: 1;
  readonly language: Language;
  readonly situation: string;
  /** What I value; says to everybody why the plan helps. */
  readonly value: string;
  /** One or two. */
  readonly limits: readonly BoundaryLimit[];
  /** What I will do to keep it. */
  readonly action: string;
  /** How I will say it, in the very words. */
  readonly saying: string;
  readonly sayingWhen: string;
  /** What I will still offer, whatever happens. */
  readonly offer: string;
  readonly steps: readonly BoundaryStep[];
  readonly supportedBy: string;
  /** What keeps everybody safe while the plan is followed. */
  readonly safety: string;
  readonly startOn: string | null;
  readonly reviewOn: string | null;
}
