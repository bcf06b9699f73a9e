import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsTimeZone,
  IsUrl,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
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

/** Marks a family as one to which 42 CFR Part 2 applies, or takes the mark away. */
export class FamilyPart2 {
  @IsBoolean()
  part2!: boolean;
}
