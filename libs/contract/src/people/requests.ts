import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { HouseholdId, PersonId } from '../ids';
import { LIMITS } from '../limits';
import {
  CHANNELS,
  LANGUAGES,
  RELATIONS,
  type Channel,
  type Language,
  type MailHours,
  type Relation,
} from './people';

const SOMETHING = /\S/u;

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

/** Somebody new by their name, or somebody the therapist knows from another family by their id. */
export class NewMember {
  @ValidateIf((body: NewMember) => body.personId === undefined || body.personId === null)
  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.name)
  displayName?: string;

  @IsOptional()
  @IsUUID()
  personId?: PersonId;

  @IsIn(RELATIONS.filter((relation) => relation !== 'client'))
  relation!: Relation;

  @IsOptional()
  @IsString()
  @Length(1, LIMITS.contact)
  contact?: string;
}

/** On which days and between which hours mail may reach a member; replaced as a whole. */
export class MailHoursChange implements MailHours {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn([1, 2, 3, 4, 5, 6, 7], { each: true })
  days!: number[];

  @IsInt()
  @Min(0)
  @Max(23)
  from!: number;

  @IsInt()
  @Min(1)
  @Max(24)
  until!: number;
}

/** Everything a therapist keeps about a member, replaced as a whole; what is left out is emptied. */
export class MemberChange {
  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.name)
  displayName!: string;

  @IsIn(RELATIONS)
  relation!: Relation;

  @IsIn(LANGUAGES)
  language!: Language;

  @IsOptional()
  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.contact)
  contact?: string | null;

  @IsIn(CHANNELS)
  channel!: Channel;

  @IsOptional()
  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.line)
  safeHours?: string | null;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MailHoursChange)
  mailHours?: MailHoursChange | null;

  @IsOptional()
  @IsUUID()
  householdId?: HouseholdId | null;
}
