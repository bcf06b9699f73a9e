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
import { SUPPORT_MENU, type SupportOnTheMenu } from './content';

export class SupportNeedDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsIn(SUPPORT_MENU)
  support!: SupportOnTheMenu;

  @IsString()
  @MaxLength(LIMITS.line)
  words!: string;
}

export class SupportOfferDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsIn(SUPPORT_MENU)
  support!: SupportOnTheMenu;

  @IsString()
  @MaxLength(LIMITS.name)
  who!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  what!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  when!: string;
}

export class SupportStepDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.name)
  who!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  what!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  when!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  often!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  knownBy!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  planB!: string;
}

export class EarlySignDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  sign!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  helps!: string;
}

export class CommunityPlaceDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  name!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  when!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  contact!: string;
}

export class SupportPlanContentDraft {
  @Equals(1)
  format!: 1;

  @IsIn(LANGUAGES)
  language!: Language;

  @IsString()
  @MaxLength(LIMITS.line)
  purpose!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => SupportNeedDraft)
  needs!: SupportNeedDraft[];

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => SupportOfferDraft)
  offers!: SupportOfferDraft[];

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => SupportStepDraft)
  steps!: SupportStepDraft[];

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => EarlySignDraft)
  signs!: EarlySignDraft[];

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => CommunityPlaceDraft)
  places!: CommunityPlaceDraft[];

  @ValidateIf((_draft, value) => value !== null)
  @IsDay()
  startOn!: string | null;

  @ValidateIf((_draft, value) => value !== null)
  @IsDay()
  reviewOn!: string | null;
}

/** The body of an autosave of a support plan. A draft may be unfinished; its shape may not be broken. */
export class SupportPlanDraft {
  @IsString()
  @Length(0, LIMITS.title)
  title!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => SupportPlanContentDraft)
  content!: SupportPlanContentDraft;
}
