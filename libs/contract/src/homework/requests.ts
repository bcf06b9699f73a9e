import { IsDefined, IsIn, IsString, Length, Matches, ValidateIf } from 'class-validator';
import type { AnswerValue } from '../documents/kinds/worksheet/content';
import { LIMITS } from '../limits';
import { VISIBILITIES, type Visibility } from './homework';

export class AnswerDraft {
  /** Checked against the prompt it answers (rules/content), since only the prompt knows what fits. */
  @ValidateIf((_draft, value) => value !== null)
  @IsDefined()
  value!: AnswerValue;

  @IsIn(VISIBILITIES)
  visibility: Visibility = 'therapist';
}

export class NewFeedback {
  @IsString()
  @Matches(/\S/u)
  @Length(1, LIMITS.paragraph)
  text!: string;
}
