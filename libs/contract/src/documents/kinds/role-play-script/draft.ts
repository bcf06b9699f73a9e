import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { MemberId } from '../../../ids';
import { LIMITS } from '../../../limits';
import { LANGUAGES, type Language } from '../../../people/people';
import { ENTRY_ID } from '../../entry-id';

/** The id of another entry, or nothing yet. */
const ENTRY_ID_OR_NONE = /^[A-Za-z0-9_-]{0,64}$/u;

export class ScriptRoleDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.name)
  name!: string;

  @IsString()
  @MaxLength(LIMITS.name)
  castAs!: string;

  @ValidateIf((_draft, value) => value !== undefined)
  @IsUUID()
  castTo?: MemberId;

  @IsString()
  @MaxLength(LIMITS.line)
  wants!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  feels!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  knows!: string;
}

export class ScriptBranchDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  ifThey!: string;

  @Matches(ENTRY_ID_OR_NONE)
  goesTo!: string;
}

export class ScriptTurnDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @Matches(ENTRY_ID_OR_NONE)
  roleId!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  cue!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  line!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  softer!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  firmer!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  why!: string;

  @IsBoolean()
  calmsDown!: boolean;

  @Matches(ENTRY_ID_OR_NONE)
  goesTo!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.branches)
  @ValidateNested({ each: true })
  @Type(() => ScriptBranchDraft)
  branches!: ScriptBranchDraft[];
}

export class ScriptSentenceDraft {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  words!: string;
}

export class RolePlayScriptContentDraft {
  @Equals(1)
  format!: 1;

  @IsIn(LANGUAGES)
  language!: Language;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  scene!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  goal!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => ScriptRoleDraft)
  roles!: ScriptRoleDraft[];

  @IsArray()
  @ArrayMaxSize(LIMITS.blocks)
  @ValidateNested({ each: true })
  @Type(() => ScriptTurnDraft)
  turns!: ScriptTurnDraft[];

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => ScriptSentenceDraft)
  endings!: ScriptSentenceDraft[];

  @IsString()
  @MaxLength(LIMITS.name)
  pauseWord!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  optOut!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => ScriptSentenceDraft)
  debrief!: ScriptSentenceDraft[];
}

/** The body of an autosave of a role-play script. A draft may be unfinished; its shape may not be broken. */
export class RolePlayScriptDraft {
  @IsString()
  @Length(0, LIMITS.title)
  title!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => RolePlayScriptContentDraft)
  content!: RolePlayScriptContentDraft;
}
