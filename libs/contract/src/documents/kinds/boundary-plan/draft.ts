import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../../../is-day';
import { LIMITS } from '../../../limits';
import { LANGUAGES, type Language } from '../../../people/people';
import { ENTRY_ID } from '../../entry-id';

export class BoundaryLineDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  words!: string;
}

export class BoundaryPlanContentDraft {
  @Equals(1)
  format!: 1;

  @IsIn(LANGUAGES)
  language!: Language;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  situation!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  value!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => BoundaryLineDraft)
  limits!: BoundaryLineDraft[];

  @IsString()
  @MaxLength(LIMITS.paragraph)
  action!: string;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  saying!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  sayingWhen!: string;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  offer!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => BoundaryLineDraft)
  steps!: BoundaryLineDraft[];

  @IsString()
  @MaxLength(LIMITS.line)
  supportedBy!: string;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  safety!: string;

  @ValidateIf((_draft, value) => value !== null)
  @IsDay()
  startOn!: string | null;

  @ValidateIf((_draft, value) => value !== null)
  @IsDay()
  reviewOn!: string | null;
}

/** The body of an autosave of a boundary plan. A draft may be unfinished; its shape may not be broken. */
export class BoundaryPlanDraft {
  @IsString()
  @Length(0, LIMITS.title)
  title!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => BoundaryPlanContentDraft)
  content!: BoundaryPlanContentDraft;
}
