import { IsString, MaxLength } from 'class-validator';
import type { SupervisionId } from '../ids';
import { LIMITS } from '../limits';
import type { PersonName } from './people';

/** What a supervisor and a therapist work on together. Of these two alone; never part of a family's record. */
export class NotebookText {
  @IsString()
  @MaxLength(LIMITS.paragraph)
  goals!: string;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  themes!: string;
}

/** By the newest supervision between the two: whose it is and who wrote in it last, and none of what they wrote. */
export interface NotebookSummary {
  readonly id: SupervisionId;
  readonly supervisor: PersonName;
  readonly therapist: PersonName;
  readonly writtenBy: PersonName | null;
  readonly writtenAt: string | null;
  /** While a supervision between the two is in force; afterwards both still read it. */
  readonly may: { readonly write: boolean };
}

export interface SupervisionNotebook extends NotebookSummary, Readonly<NotebookText> {
  /** 0 while nothing was ever written. */
  readonly revision: number;
}
