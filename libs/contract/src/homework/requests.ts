import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateIf,
} from 'class-validator';
import type { AnswerValue } from '../documents/kinds/worksheet/content';
import type { MemberId } from '../ids';
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

  /** Names of people of another family are meant, says whoever writes it. */
  @IsOptional()
  @IsBoolean()
  namesMeant?: boolean;
}

/** Offers one answer to some of those who got the same piece. */
export class NewOffer {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.membersPerShare)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds!: MemberId[];

  /** Whether it opens only once each of them offers theirs in return; false opens it alone. */
  @IsBoolean()
  waits!: boolean;

  /** Whether it may also stand on a screen that everybody in an hour sees; without a word it may not. */
  @IsOptional()
  @IsBoolean()
  onScreen?: boolean;
}
