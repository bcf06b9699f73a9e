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
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ENTRY_ID } from '../documents/entry-id';
import type { DocumentId } from '../ids';
import { IsDay } from '../is-day';
import { LIMITS } from '../limits';
import {
  LEFT_OUT,
  PLAY_MOMENTS,
  RUN_ENDS,
  type Airtime,
  type GoRound,
  type LeftOut,
  type PlayMoment,
  type RunEnd,
  type RunEntryMove,
  type RunMoves,
  type ScriptPlay,
  type SessionAction,
  type SessionOption,
  type SessionPadContent,
} from './run';

export class RunEntryMoveDraft implements RunEntryMove {
  @Matches(ENTRY_ID)
  id!: string;

  @IsInt()
  @Min(0)
  @Max(LIMITS.sessionMinutes)
  added!: number;

  @ValidateIf((move: RunEntryMove) => move.leftOut !== null)
  @IsIn(LEFT_OUT)
  leftOut!: LeftOut | null;
}

export class GoRoundDraft implements GoRound {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.entries)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  order!: string[];

  @IsUUID()
  at!: string;
}

export class ScriptPartDraft {
  @Matches(ENTRY_ID)
  roleId!: string;

  @ValidateIf((part: ScriptPlay['parts'][number]) => part.by !== null)
  @IsUUID()
  by!: string | null;
}

export class ScriptPlayDraft implements ScriptPlay {
  @IsUUID()
  documentId!: DocumentId;

  @IsIn(PLAY_MOMENTS)
  moment!: PlayMoment;

  @ValidateIf((play: ScriptPlay) => play.at !== '')
  @Matches(ENTRY_ID)
  at!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => ScriptPartDraft)
  parts!: ScriptPartDraft[];

  /** Left out where every branch is played. */
  @ValidateIf((_play, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(LIMITS.blocks * LIMITS.branches)
  @ArrayUnique()
  @Matches(ENTRY_ID, { each: true })
  leftOut?: string[];
}

export class AirtimeDraft implements Airtime {
  @ValidateIf((airtime: Airtime) => airtime.speaking !== null)
  @IsUUID()
  speaking!: string | null;

  @IsBoolean()
  onScreen!: boolean;

  @IsInt()
  @Min(1)
  @Max(LIMITS.entries)
  count!: number;
}

/** Where the hour stands after a move, over the revision in `If-Match`. */
export class RunMovesDraft implements Omit<RunMoves, 'airtime' | 'play'> {
  @ValidateIf((moves: RunMoves) => moves.at !== null)
  @Matches(ENTRY_ID)
  at!: string | null;

  @ValidateIf((moves: RunMoves) => moves.end !== null)
  @IsIn(RUN_ENDS)
  end!: RunEnd | null;

  @IsBoolean()
  breathing!: boolean;

  @ValidateIf((moves: RunMoves) => moves.round !== null)
  @ValidateNested()
  @Type(() => GoRoundDraft)
  round!: GoRoundDraft | null;

  /** Left out where no script is played. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ScriptPlayDraft)
  play?: ScriptPlayDraft | null;

  /** Left out where nobody wants to see how much time each has. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AirtimeDraft)
  airtime?: AirtimeDraft | null;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => RunEntryMoveDraft)
  entries!: RunEntryMoveDraft[];
}

export class SessionOptionDraft implements SessionOption {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  words!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  plus!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  minus!: string;
}

export class SessionActionDraft implements SessionAction {
  @Matches(ENTRY_ID)
  id!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  who!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  what!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  when!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  howOften!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  howWeWillKnow!: string;

  @IsString()
  @MaxLength(LIMITS.line)
  ifItSlips!: string;

  @IsBoolean()
  agreed!: boolean;
}

/** The whole pad of an hour, over the revision in `If-Match`. */
export class SessionPadDraft implements SessionPadContent {
  @IsString()
  @MaxLength(LIMITS.paragraph)
  problem!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => SessionOptionDraft)
  options!: SessionOptionDraft[];

  @IsString()
  @MaxLength(LIMITS.paragraph)
  decision!: string;

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ValidateNested({ each: true })
  @Type(() => SessionActionDraft)
  actions!: SessionActionDraft[];

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @IsString({ each: true })
  @MaxLength(LIMITS.line, { each: true })
  parkingLot!: string[];

  @IsString()
  @MaxLength(LIMITS.line)
  helped!: string;

  @ValidateIf((pad: SessionPadContent) => pad.nextOn !== null)
  @IsDay()
  nextOn!: string | null;
}
