import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { REVIEWED_KINDS, type ReviewedKind } from '../documents/document';
import type { PersonId, SupervisionId } from '../ids';
import { IsDay } from '../is-day';
import { LIMITS } from '../limits';
import {
  LANGUAGES,
  SUPERVISION_STRENGTHS,
  type Language,
  type PersonName,
  type Role,
  type SupervisionStrength,
} from './people';

export const STAFF_ROLES = ['therapist', 'supervisor', 'admin'] as const satisfies readonly Role[];
/** What somebody may be among a practice's staff, more than one at once. */
export type StaffRole = (typeof STAFF_ROLES)[number];

/** A role from when to when, as the practice keeps it. */
export interface HeldRole {
  readonly role: StaffRole;
  readonly givenAt: string;
  readonly givenBy: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
}

/** Somebody who works here or did, as the practice admin sees them. No clinical word. */
export interface StaffMember extends PersonName {
  readonly language: Language;
  readonly email: string | null;
  /** What stands behind the name where they sign, as the practice has verified it; empty when nothing does. */
  readonly credentials: string;
  /** Roles in force; none for those who have left. */
  readonly roles: readonly StaffRole[];
  readonly held: readonly HeldRole[];
  /** How many families are on their caseload: a number, and nothing about them. */
  readonly families: number;
  readonly may: {
    readonly change: boolean;
    readonly changeCredentials: boolean;
    readonly give: readonly StaffRole[];
    readonly end: readonly StaffRole[];
    readonly deactivate: boolean;
  };
}

export const SUPERVISION_STATES = ['to-come', 'in-force', 'ended'] as const;
export type SupervisionState = (typeof SUPERVISION_STATES)[number];

/** Who supervises whom, how strongly, and on which days of the practice. Both days count. */
export interface Supervision {
  readonly id: SupervisionId;
  readonly supervisor: PersonName;
  readonly therapist: PersonName;
  readonly strength: SupervisionStrength;
  /** Who signs what this supervisor has approved, where the pair asks for two signatures; on documents of these kinds. */
  readonly coSigner: PersonName | null;
  readonly coSignedKinds: readonly ReviewedKind[];
  readonly fromOn: string;
  /** The last day, or `null` while no end is known. */
  readonly untilOn: string | null;
  readonly state: SupervisionState;
  readonly may: { readonly end: boolean };
}

/** One line, which may be empty. */
const AT_MOST_ONE_LINE = /^\P{Cc}*$/u;
/** One line with something in it. */
const ONE_LINE = /^(?=.*\S)\P{Cc}+$/u;

export class ChangeStaff {
  @Matches(ONE_LINE)
  @Length(1, LIMITS.name)
  displayName!: string;

  @IsIn(LANGUAGES)
  language!: Language;

  /** Absent, they stay as they are. What is signed already keeps what it was signed with. */
  @ValidateIf(({ credentials }: ChangeStaff) => credentials !== undefined)
  @Matches(AT_MOST_ONE_LINE)
  @MaxLength(LIMITS.credentials)
  credentials?: string;
}

export class NewStaff extends ChangeStaff {
  @IsEmail()
  @MaxLength(LIMITS.contact)
  email!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(STAFF_ROLES, { each: true })
  roles!: StaffRole[];
}

/** The address somebody on staff signs in with. */
export class ChangeStaffEmail {
  @IsEmail()
  @MaxLength(LIMITS.contact)
  email!: string;
}

export class GiveRole {
  @IsIn(STAFF_ROLES)
  role!: StaffRole;
}

export class NewSupervision {
  @IsUUID()
  supervisorId!: PersonId;

  @IsUUID()
  therapistId!: PersonId;

  @IsIn(SUPERVISION_STRENGTHS)
  strength!: SupervisionStrength;

  /** With *must approve and co-sign*, and with no other strength: who signs second. */
  @ValidateIf(({ strength }: NewSupervision) => strength === 'must-approve-and-co-sign')
  @IsUUID()
  coSignerId?: PersonId;

  /** Of which kinds; absent, of every kind. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(REVIEWED_KINDS, { each: true })
  coSignedKinds?: ReviewedKind[];

  @IsDay()
  fromOn!: string;
}

/** Whether somebody who writes or judges documents is told by mail that something waits, and whether mail leaves here at all. */
export interface MyReviewMail {
  readonly isOffered: boolean;
  readonly wanted: boolean;
}

/** In which language somebody wants to be written to, and to read the product where they chose none on a device. */
export class ChooseLanguage {
  @IsIn(LANGUAGES)
  language!: Language;
}

export class ChooseReviewMail {
  @IsBoolean()
  wanted!: boolean;
}

/** Ends a supervision after `untilOn`, or at once when no day is named. */
export class EndSupervision {
  @IsOptional()
  @IsDay()
  untilOn?: string;
}
