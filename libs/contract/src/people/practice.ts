import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  IsTimeZone,
  IsUrl,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { NoticeId } from '../ids';
import { IsDay } from '../is-day';
import { LIMITS } from '../limits';
import { LANGUAGES, type Language, type SafetyCard } from './people';

/** How a practice works, as its admins set it. No clinical word stands here. */
export interface PracticeSettings {
  readonly name: string;
  /** Whom mail comes from, as it is shown; the practice's own name unless another was chosen. */
  readonly senderName: string;
  /** Where *Exit this page* leads. */
  readonly exitUrl: string;
  readonly safety: SafetyCard;
  /** What staff can choose from for new people and notices. */
  readonly languages: readonly Language[];
  /** IANA name; the practice's days begin and end by it. */
  readonly timeZone: string;
  /** Whether nobody shares without an approval, also therapists whom nobody supervises. */
  readonly everyTherapistNeedsReview: boolean;
  /** Today in the practice's time zone. */
  readonly today: string;
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  readonly may: { readonly change: boolean };
}

/** As dialled: digits with the usual marks between them. */
const DIALLED = /^\+?\d[\d ().-]{1,28}$/u;
/** One line with something in it: it ends up in the heads of letters and on cards. */
const ONE_LINE = /^(?=.*\S)\P{Cc}+$/u;

export class SafetyNumbers implements SafetyCard {
  @Matches(DIALLED)
  practicePhone!: string;

  @Matches(ONE_LINE)
  @Length(1, LIMITS.name)
  practiceHours!: string;

  @Matches(DIALLED)
  emergencyNumber!: string;

  @Matches(DIALLED)
  crisisLine!: string;

  @IsDay()
  checkedOn!: string;
}

/** All settings at once, over the revision in `If-Match`. */
export class ChangePractice {
  @Matches(ONE_LINE)
  @Length(1, LIMITS.name)
  senderName!: string;

  @IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true })
  @MaxLength(LIMITS.line)
  exitUrl!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => SafetyNumbers)
  safety!: SafetyNumbers;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(LANGUAGES, { each: true })
  languages!: Language[];

  @IsTimeZone()
  @MaxLength(LIMITS.name)
  timeZone!: string;

  @IsBoolean()
  everyTherapistNeedsReview!: boolean;
}

export const NOTICE_SORTS = ['part-2', 'privacy'] as const;
/** `part-2` goes with everything shared in a 42 CFR Part 2 family; `privacy` says how the practice keeps people's words. */
export type NoticeSort = (typeof NOTICE_SORTS)[number];

export const NOTICE_STATES = ['to-come', 'in-force', 'superseded'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** A dated text for families. It is never edited: a newer version takes its place from its day on. */
export interface Notice {
  /** `null` on the product's own text, which stands in until the practice has one. */
  readonly id: NoticeId | null;
  readonly sort: NoticeSort;
  readonly language: Language;
  readonly text: string;
  /** `1`, `2`, … for the practice's own, `default-…` for the product's. */
  readonly version: string;
  readonly inForceFrom: string | null;
  /** The product's text, in general words: the practice should have it checked, or write its own. */
  readonly isDefault: boolean;
  readonly writtenBy: string | null;
  readonly writtenAt: string | null;
  readonly state: NoticeState;
}

export class NewNotice {
  @IsIn(NOTICE_SORTS)
  sort!: NoticeSort;

  @IsIn(LANGUAGES)
  language!: Language;

  @IsString()
  @Matches(/\S/u)
  @Length(1, LIMITS.paragraph)
  text!: string;

  @IsDay()
  inForceFrom!: string;
}

/** Marks a family as one to which 42 CFR Part 2 applies, or takes the mark away. */
export class FamilyPart2 {
  @IsBoolean()
  part2!: boolean;
}
