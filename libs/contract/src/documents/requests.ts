import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../is-day';
import type { CommentId, DocumentId, FamilyId, MemberId, PersonId } from '../ids';
import { LIMITS } from '../limits';
import { COACH_SORTS, type CoachSort } from './coach';
import {
  DOCUMENT_KINDS,
  RHYTHMS,
  SUGGESTION_ANSWERS,
  VERDICTS,
  type DocumentKind,
  type RhythmUnit,
  type SuggestionAnswer,
  type Verdict,
} from './document';

const SOMETHING = /\S/u;

export class NewDocument {
  @IsIn(DOCUMENT_KINDS)
  kind!: DocumentKind;

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.title)
  title!: string;

  @IsOptional()
  @IsUUID()
  familyId?: FamilyId;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  fromTemplateId?: string;

  @IsOptional()
  @IsUUID()
  fromDocumentId?: DocumentId;
}

/** The plan of an hour names its papers; nothing goes along with it. */
export class SubmitPlan {
  @IsUUID()
  supervisorId!: PersonId;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  note: string = '';
}

export class SubmitDocument extends SubmitPlan {
  /** Other documents of the family that go along, as they stand now. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.attachedDocuments)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  attach?: DocumentId[];
}

/** Words that the coach would say differently and their author keeps: what sort of finding it is, and the words. */
export class KeepWording {
  @IsIn(COACH_SORTS)
  sort!: CoachSort;

  @IsString()
  @Length(1, LIMITS.paragraph)
  quote!: string;
}

/** In which block of a draft somebody has the cursor; `null` when in none. */
export class ComeToWork {
  @IsOptional()
  @IsString()
  @Length(1, 64)
  blockId: string | null = null;
}

export class NewComment {
  @IsString()
  @Length(1, 64)
  blockId!: string;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  quote: string = '';

  /** What stood right before the quote. */
  @IsString()
  @MaxLength(LIMITS.aroundQuote)
  prefix: string = '';

  /** What stood right after the quote. */
  @IsString()
  @MaxLength(LIMITS.aroundQuote)
  suffix: string = '';

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.paragraph)
  text!: string;

  /** Other words for the quoted ones, for the author to take or to leave. */
  @IsOptional()
  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.paragraph)
  suggestion?: string;

  @IsOptional()
  @IsUUID()
  replyTo?: CommentId;
}

/** Says that suggested words were taken into the draft, or that the author leaves their own. */
export class AnswerSuggestion {
  @IsIn(SUGGESTION_ANSWERS)
  answer!: SuggestionAnswer;
}

/** That a supervisor has read a part of the version under review, or means to read it again. */
export class MarkRead {
  @IsString()
  @Length(1, 64)
  blockId!: string;

  @IsBoolean()
  read!: boolean;
}

/** What is to be said under a signed version. */
export class NewAddendum {
  @IsString()
  @Matches(/\S/u)
  @Length(1, LIMITS.paragraph)
  text!: string;
}

/** Settles a thread, or opens it again. */
export class ResolveThread {
  @IsBoolean()
  resolved!: boolean;
}

export class Decision {
  @IsIn(VERDICTS)
  verdict!: Verdict;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  summary: string = '';

  /** The hash of the version the supervisor read; a stale one is refused. */
  @Matches(/^[0-9a-f]{64}$/u)
  versionHash!: string;
}

export class PreviewShare {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.membersPerShare)
  @IsUUID(undefined, { each: true })
  memberIds?: MemberId[];

  /** The words that would go along; they are looked through like the text. */
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.paragraph)
  note?: string;
}

/** What may be changed of a share once it is made; null takes the day or the words away. */
export class ShareChange {
  @ValidateIf((_change, value) => value !== null)
  @IsDay()
  dueOn!: string | null;

  /** Today or later, or the day that stands there; when absent it stays as it is. */
  @IsOptional()
  @IsDay()
  openUntilOn?: string | null;

  @ValidateIf((_change, value) => value !== null)
  @IsString()
  @MaxLength(LIMITS.paragraph)
  note!: string | null;

  /** Names of people of another family are meant, says whoever writes it. */
  @IsOptional()
  @IsBoolean()
  namesMeant?: boolean;
}

/** The piece that has to be sent first, and how many days later the next one opens; 0 is at once. */
export class OpensAfter {
  @IsUUID()
  documentId!: DocumentId;

  @IsInt()
  @Min(0)
  @Max(LIMITS.daysAfter)
  days: number = 0;
}

/** The same piece anew, every day or on the same day of each week, until and including a day. */
export class Rhythm {
  @IsIn(RHYTHMS)
  every!: RhythmUnit;

  @IsDay()
  untilOn!: string;
}

export class NewShare {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.membersPerShare)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds!: MemberId[];

  @IsOptional()
  @IsDay()
  dueOn?: string;

  /** The last day it is open, in the practice's time zone, not before the last day it opens on; no end when absent. */
  @IsOptional()
  @IsDay()
  openUntilOn?: string;

  /** The day it opens, in the practice's time zone; now when absent. */
  @IsOptional()
  @IsDay()
  startsOn?: string;

  /** Opens to each once they have sent another piece; not together with `startsOn` or `rhythm`. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OpensAfter)
  after?: OpensAfter;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Rhythm)
  rhythm?: Rhythm;

  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.paragraph)
  note?: string;

  /** Names of people of another family are meant, says whoever writes it. */
  @IsOptional()
  @IsBoolean()
  namesMeant?: boolean;
}
