import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { ENTRY_ID } from '../documents/entry-id';
import type { NoticeWithShare } from '../homework/homework';
import type { FamilyId, FamilySessionId, MemberId } from '../ids';
import { LIMITS } from '../limits';
import type { PersonName, Relation } from '../people/people';
import type { SessionReply } from './invitations';
import type { SessionAction, SessionPadContent } from './run';
import type { FamilySessionSummary, StaysAway } from './session';
import { TAKE_HOME_PARTS, type TakeHomePart } from './take-home-parts';

/** What of an hour goes onto the page of one person. */
export interface TakeHomeChoice {
  readonly memberId: MemberId;
  readonly parts: readonly TakeHomePart[];
  readonly actionIds: readonly string[];
}

/** What somebody takes home from an hour: nothing that is not on their own page. */
export interface TakeHomeContent extends Pick<SessionPadContent, 'decision' | 'helped' | 'nextOn'> {
  readonly actions: readonly Omit<SessionAction, 'agreed'>[];
}

export class TakeHomeChoiceDraft implements TakeHomeChoice {
  @IsUUID()
  memberId!: MemberId;

  @IsArray()
  @ArrayUnique()
  @IsIn(TAKE_HOME_PARTS, { each: true })
  parts!: TakeHomePart[];

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ArrayUnique()
  @Matches(ENTRY_ID, { each: true })
  actionIds!: string[];
}

/** Gives these people their pages, made from the pad as it was read. */
export class GiveTakeHomePages {
  @IsInt()
  @Min(1)
  padRevision!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => TakeHomeChoiceDraft)
  pages!: TakeHomeChoiceDraft[];

  /** Names of people of another family are meant, says whoever writes it. */
  @IsOptional()
  @IsBoolean()
  namesMeant?: boolean;
}

/** Why a page does not reach somebody who was asked. For the therapists alone. */
export type TakeHomeStop = StaysAway | 'no-consent' | 'consent-ended' | 'consent-revoked';

/** Somebody who was asked to the hour, and their page. For the therapists alone. */
export interface TakeHomeReader {
  readonly memberId: MemberId;
  readonly displayName: string;
  readonly relation: Relation;
  readonly reply: SessionReply | null;
  readonly stop: TakeHomeStop | null;
  /** The page they were given and that was not taken back; closed to them while something stops it. */
  readonly given: (TakeHomeContent & { readonly by: PersonName; readonly at: string }) | null;
  readonly may: { readonly give: boolean; readonly takeBack: boolean };
}

/** What was agreed in an hour, and who takes which of it home. For its therapists alone. */
export interface TakeHomePages extends TakeHomeContent {
  readonly id: FamilySessionId;
  readonly family: { readonly id: FamilyId; readonly name: string };
  readonly padRevision: number;
  readonly readers: readonly TakeHomeReader[];
  /** Everybody else of the family, whom no page is for: what names them is not offered. */
  readonly others: readonly { readonly memberId: MemberId; readonly displayName: string }[];
  /** Nothing is given before the hour has ended. */
  readonly may: { readonly give: boolean };
}

/** What a member takes home from an hour: their own page. */
export interface TakeHomePage extends TakeHomeContent, Pick<FamilySessionSummary, 'startsAt' | 'timeZone'> {
  readonly id: FamilySessionId;
  /** What goes along with it in a family under 42 CFR Part 2; null everywhere else. */
  readonly noticeWithShare: NoticeWithShare | null;
  readonly givenBy: PersonName;
  readonly givenAt: string;
}
