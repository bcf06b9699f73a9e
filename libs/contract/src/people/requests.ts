import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DOCUMENT_KINDS, type DocumentKind } from '../documents/document';
import type { MemberId } from '../ids';
import { LIMITS } from '../limits';
import { IsDay } from '../is-day';
import { RELATIONS, type Relation } from './people';

const SOMETHING = /\S/u;

export class DemoSignIn {
  @IsString()
  @Length(1, 40)
  persona!: string;
}

export class StaffSignIn {
  @IsEmail()
  @MaxLength(LIMITS.contact)
  email!: string;

  @IsString()
  @Length(1, 200)
  password!: string;
}

/** A family member's sign-in: the short code handed over in person, and the six digits they chose. */
export class CodeSignIn {
  @IsString()
  @Length(1, 40)
  code!: string;

  @Matches(/^\d{6}$/u)
  pin!: string;
}

export class NewClient {
  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.name)
  displayName!: string;
}

export class NewFamily {
  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.name)
  name!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => NewClient)
  client!: NewClient;
}

export class NewMember {
  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.name)
  displayName!: string;

  @IsIn(RELATIONS.filter((relation) => relation !== 'client'))
  relation!: Relation;

  @IsOptional()
  @IsString()
  @Length(1, LIMITS.contact)
  contact?: string;
}

/** What the person writes under a release: to whom, which kinds, why, until when, and their name. */
export class NewConsent {
  @IsUUID()
  memberId!: MemberId;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DOCUMENT_KINDS.length)
  @ArrayUnique()
  @IsIn(DOCUMENT_KINDS, { each: true })
  kinds!: DocumentKind[];

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.line)
  purpose!: string;

  @IsOptional()
  @IsDay()
  untilOn?: string;

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.name)
  signature!: string;
}
