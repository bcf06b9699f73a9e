import { IsIn, IsString, MaxLength } from 'class-validator';
import type { FamilyId, FamilySessionId, MemberId } from '../ids';
import { LIMITS } from '../limits';
import type { PersonName, Relation } from '../people/people';
import type { FamilySessionSummary } from './session';

/** What everybody who was asked to an hour can say about it afterwards, and what each question offers to choose from. */
export const LOOK_BACK_CHOICES = {
  said: ['most', 'some', 'little', 'not-sure'],
  pace: ['right', 'much', 'little', 'not-sure'],
  next: ['same', 'other', 'first', 'not-sure'],
} as const;
export type LookBackQuestion = keyof typeof LOOK_BACK_CHOICES;
export type LookBackChoice = (typeof LOOK_BACK_CHOICES)[LookBackQuestion][number];
export const LOOK_BACK_QUESTIONS = Object.keys(LOOK_BACK_CHOICES) as LookBackQuestion[];

const CHOICES: readonly (LookBackChoice | null)[] = [null, ...Object.values(LOOK_BACK_CHOICES).flat()];

/** What somebody says to one question, over the revision in `If-Match`; `"0"` for the first. Both may be left out. */
export class LookBackDraft {
  @IsIn(CHOICES)
  choice!: LookBackChoice | null;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  words!: string;
}

/** What its author has of one question: as it was saved, and whether it was sent since. */
export interface LookBackAnswer extends LookBackDraft {
  readonly question: LookBackQuestion;
  readonly revision: number;
  readonly savedAt: string;
  /** When it was sent; null again from the moment it is changed until it is sent anew. */
  readonly sentAt: string | null;
}

/** Looking back on an hour, for the one who does it. What the others say is nowhere here. */
export interface LookBack extends Pick<FamilySessionSummary, 'startsAt' | 'timeZone'> {
  readonly id: FamilySessionId;
  /** Everybody who reads it once it is sent. */
  readonly readers: readonly PersonName[];
  /** Until then it can be written and changed. */
  readonly until: string;
  readonly answers: readonly LookBackAnswer[];
  readonly may: { readonly write: boolean };
}

/** What one person sent about an hour; empty while they are still at it, or leave it. */
export interface PersonLookingBack {
  readonly memberId: MemberId;
  readonly displayName: string;
  readonly relation: Relation;
  readonly answers: readonly Pick<LookBackAnswer, 'question' | 'choice' | 'words'>[];
}

/** What people said about an hour. For its therapists alone. */
export interface LookBacks {
  readonly id: FamilySessionId;
  readonly family: { readonly id: FamilyId; readonly name: string };
  readonly people: readonly PersonLookingBack[];
}
