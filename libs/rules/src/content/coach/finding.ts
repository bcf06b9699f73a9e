import type { Language } from '@common-ground/contract';

/**
 * What the coach listens for, strongest first. Where two overlap, only the stronger is said.
 *
 * - `threat`: pressure by a consequence for the other person
 * - `blame`: puts the cause in the other person ("you always", "because of you")
 * - `mind-reading`: says what somebody else thinks, feels or intends
 * - `label`: a word that turns a person into a flaw or a diagnosis
 * - `advice`: tells somebody what to do who did not ask
 * - `absolute`: always, never, everybody, nothing, where it is hardly ever true
 * - `passive-order`: an order with nobody in it ("must be completed")
 * - `hard-word`: a word with a plainer one beside it
 * - `long-sentence`: more words than a tired reader keeps in mind
 */
export const COACH_SORTS = [
  'threat',
  'blame',
  'mind-reading',
  'label',
  'advice',
  'absolute',
  'passive-order',
  'hard-word',
  'long-sentence',
] as const;
export type CoachSort = (typeof COACH_SORTS)[number];

/** One thing the coach would say differently. Advice, never a block. */
export interface Finding {
  readonly sort: CoachSort;
  /** Where it stands in the text, in UTF-16 units; `to` is behind the last one. */
  readonly from: number;
  readonly to: number;
  /** The words themselves. */
  readonly quote: string;
  /** Words that could stand in place of the quote, ready to be taken; null where only the writer can find them. */
  readonly gentler: string | null;
}

/** A word or phrase a practice added for itself, with what it would rather read. */
export interface PracticeWord {
  readonly language: Language;
  readonly sort: Exclude<CoachSort, 'long-sentence'>;
  readonly phrase: string;
  readonly gentler: string | null;
}
