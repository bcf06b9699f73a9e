import { Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { LIMITS } from '../limits';
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
