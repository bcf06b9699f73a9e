import { IsString, MaxLength } from 'class-validator';
import { LIMITS } from '../limits';

/** What a therapist writes about an hour for nobody but themselves, over the revision in `If-Match`; `"0"` for the first. */
export class PrivateNoteDraft {
  /** Before the hour. */
  @IsString()
  @MaxLength(LIMITS.answer)
  preparation!: string;

  /** During and after it: psychotherapy notes, apart from every record. */
  @IsString()
  @MaxLength(LIMITS.answer)
  notes!: string;
}

/** Its author's, and nobody else's. */
export interface PrivateNote extends PrivateNoteDraft {
  /** 0 until something was written. */
  readonly revision: number;
  readonly savedAt: string | null;
}
