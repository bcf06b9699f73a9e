import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsDay } from '../is-day';
import type { CommentId, DocumentId, FamilyId, MemberId, PersonId } from '../ids';
import { LIMITS } from '../limits';
import { COACH_SORTS, type CoachSort } from './coach';
import { DOCUMENT_KINDS, VERDICTS, type DocumentKind, type Verdict } from './document';

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

export class SubmitDocument {
  @IsUUID()
  supervisorId!: PersonId;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  note: string = '';
}

/** Words that the coach would say differently and their author keeps: what sort of finding it is, and the words. */
export class KeepWording {
  @IsIn(COACH_SORTS)
  sort!: CoachSort;

  @IsString()
  @Length(1, LIMITS.paragraph)
  quote!: string;
}

export class NewComment {
  @IsString()
  @Length(1, 64)
  blockId!: string;

  @IsString()
  @MaxLength(LIMITS.paragraph)
  quote: string = '';

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.paragraph)
  text!: string;

  @IsOptional()
  @IsUUID()
  replyTo?: CommentId;
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

  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.paragraph)
  note?: string;
}
