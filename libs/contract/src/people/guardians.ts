import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import type { GuardianId, MemberId } from '../ids';
import { IsDay } from '../is-day';
import { LIMITS } from '../limits';
import type { PersonName, Relation } from './people';

export const GUARDIAN_KINDS = [
  'parental-responsibility',
  'court-appointed',
  'health-care-proxy',
  'agency',
  'other',
] as const;
/** What somebody's legal authority over another person's affairs rests on. */
export type GuardianKind = (typeof GUARDIAN_KINDS)[number];

export const GUARDIAN_STATES = ['to-come', 'in-force', 'ended'] as const;
export type GuardianState = (typeof GUARDIAN_STATES)[number];

/** A place in a family, by name. */
export interface MemberName extends PersonName {
  readonly memberId: MemberId;
  readonly relation: Relation;
}

/** A recorded right to speak for somebody: who, for whom, of which kind, and on which days. */
export interface Guardian {
  readonly id: GuardianId;
  readonly who: MemberName;
  readonly forWhom: MemberName;
  readonly kind: GuardianKind;
  /** What the therapist saw that proves it. */
  readonly evidence: string;
  readonly fromOn: string;
  /** The last day it counts; `null` while no end is known. */
  readonly untilOn: string | null;
  readonly recordedBy: PersonName | null;
  readonly recordedAt: string;
  /** When it was ended before its last day. */
  readonly endedAt: string | null;
  readonly state: GuardianState;
  readonly may: { readonly end: boolean };
}

export class NewGuardian {
  @IsUUID()
  memberId!: MemberId;

  @IsUUID()
  forMemberId!: MemberId;

  @IsIn(GUARDIAN_KINDS)
  kind!: GuardianKind;

  @IsString()
  @Matches(/\S/u)
  @Length(1, LIMITS.line)
  evidence!: string;

  @IsDay()
  fromOn!: string;

  @IsOptional()
  @IsDay()
  untilOn?: string;
}

/** Ends a guardian's right after `untilOn`, or at once when no day is named. */
export class EndGuardian {
  @IsOptional()
  @IsDay()
  untilOn?: string;
}
