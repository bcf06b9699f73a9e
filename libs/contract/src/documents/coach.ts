import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { CoachWordId } from '../ids';
import { LIMITS } from '../limits';
import { LANGUAGES, type Language } from '../people/people';

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

/** What a practice can add words to; how long a sentence is counts itself. */
export const COACH_WORD_SORTS = COACH_SORTS.filter((sort) => sort !== 'long-sentence');
export type CoachWordSort = (typeof COACH_WORD_SORTS)[number];

/** A word or phrase a practice added for itself, with what it would rather read. */
export interface PracticeWord {
  readonly language: Language;
  readonly sort: CoachWordSort;
  readonly phrase: string;
  readonly gentler: string | null;
}

/** The same as it stands on the practice's list. */
export interface CoachWord extends PracticeWord {
  readonly id: CoachWordId;
  readonly addedBy: string | null;
  readonly addedAt: string;
}

export class NewCoachWord {
  @IsIn(LANGUAGES)
  language!: Language;

  @IsIn(COACH_WORD_SORTS)
  sort!: CoachWordSort;

  @IsString()
  @Matches(/\S/u)
  @Length(1, LIMITS.name)
  phrase!: string;

  /** What could stand in its place; left out where only the writer can find it. */
  @IsOptional()
  @IsString()
  @Matches(/\S/u)
  @Length(1, LIMITS.name)
  gentler?: string;
}
