import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ENTRY_ID } from '../documents/entry-id';
import type { DocumentId, FamilySessionId, MemberId, PersonId } from '../ids';
import { IsDay } from '../is-day';
import { LIMITS } from '../limits';
import { LANGUAGES, type Language } from '../people/people';
import {
  SESSION_FORMATS,
  SESSION_ROLES,
  SESSION_SIDES,
  type AgendaEntry,
  type RevealQuestion,
  type SessionFormat,
  type SessionPerson,
  type SessionPlan,
  type SessionRole,
  type SessionSide,
} from './session';

/** `HH:MM` of a day. */
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;
/** Words of one line: they go into the heads of calendar entries and letters. */
const ONE_LINE = /^\P{Cc}*$/u;

/** Where an hour begins: the rest comes with its format. */
export class NewFamilySession {
  @IsIn(SESSION_FORMATS)
  format!: SessionFormat;

  @IsDay()
  startsOn!: string;

  @Matches(TIME)
  startTime!: string;

  /** The language its words begin in; without it, the therapist's own. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;

  /** An hour of the family that has ended: what it did not reach comes along. */
  @IsOptional()
  @IsUUID()
  after?: FamilySessionId;
}

/** The later plan that what was not reached goes into. */
export class BringForward {
  @IsUUID()
  into!: FamilySessionId;
}

export class SessionPersonDraft implements SessionPerson {
  @IsIn(SESSION_SIDES)
  side!: SessionSide;

  @IsUUID()
  id!: MemberId | PersonId;

  @IsIn(SESSION_ROLES)
  role!: SessionRole;
}

export class RevealQuestionDraft implements RevealQuestion {
  @IsUUID()
  documentId!: DocumentId;

  @Matches(ENTRY_ID)
  promptId!: string;
}

export class AgendaEntryDraft implements AgendaEntry {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.title)
  title!: string;

  @IsInt()
  @Min(1)
  @Max(LIMITS.sessionMinutes)
  minutes!: number;

  @ValidateIf((entry: AgendaEntry) => entry.fixedStart !== null)
  @Matches(TIME)
  fixedStart!: string | null;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @IsUUID('all', { each: true })
  documentIds!: DocumentId[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ArrayUnique(({ documentId, promptId }: RevealQuestionDraft) => `${documentId} ${promptId}`)
  @ValidateNested({ each: true })
  @Type(() => RevealQuestionDraft)
  reveals?: RevealQuestionDraft[];
}

/** The whole plan of an hour, over the revision in `If-Match`. */
export class SessionPlanDraft implements SessionPlan {
  @IsString()
  @MaxLength(LIMITS.line)
  purpose!: string;

  @IsDay()
  startsOn!: string;

  @Matches(TIME)
  startTime!: string;

  @IsTimeZone()
  @MaxLength(LIMITS.name)
  timeZone!: string;

  @IsInt()
  @Min(1)
  @Max(LIMITS.sessionMinutes)
  minutes!: number;

  @Matches(ONE_LINE)
  @MaxLength(LIMITS.title)
  place!: string;

  @ValidateIf((plan: SessionPlan) => plan.link !== '')
  @IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true })
  @MaxLength(LIMITS.line)
  link!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => SessionPersonDraft)
  people!: SessionPersonDraft[];

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @IsString({ each: true })
  @MaxLength(LIMITS.line, { each: true })
  groundRules!: string[];

  @IsString()
  @MaxLength(LIMITS.line)
  goRound!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => AgendaEntryDraft)
  agenda!: AgendaEntryDraft[];
}
