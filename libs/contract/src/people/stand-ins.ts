import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional, IsUUID } from 'class-validator';
import type { PersonId, StandInId } from '../ids';
import { IsDay } from '../is-day';
import type { Page } from '../lists';
import { LIMITS } from '../limits';
import type { PersonName } from './people';
import type { SupervisionState } from './staff';

/** How long a supervisor who is away stays so, and whose texts are meant. */
export class ChangeStandIn {
  /** Of which therapists; absent, of everybody the supervisor supervises. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.pageSize)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  therapistIds?: PersonId[];

  /** The last day, as the practice counts days. */
  @IsDay()
  untilOn!: string;
}

/** Who judges for a supervisor who is away. */
export class NewStandIn extends ChangeStandIn {
  @IsUUID()
  personId!: PersonId;

  @IsDay()
  fromOn!: string;
}

/** Until when and for whom somebody was to stand in, before that was changed. */
export interface StandInBefore {
  readonly untilOn: string;
  /** Whose texts they judged; null for those of everybody the supervisor supervised. */
  readonly therapists: readonly PersonName[] | null;
  readonly changedAt: string;
}

/** Somebody who stands in for a supervisor, on which days of the practice. Both days count. */
export interface StandIn {
  readonly id: StandInId;
  readonly supervisor: PersonName;
  readonly person: PersonName;
  /** Whose texts they judge; null for those of everybody the supervisor supervises. */
  readonly therapists: readonly PersonName[] | null;
  readonly fromOn: string;
  readonly untilOn: string;
  /** As it was before each change, the first one first. */
  readonly before: readonly StandInBefore[];
  readonly state: SupervisionState;
  /** Whoever is away changes how long and for whom, and ends it; whoever stands in reads it. */
  readonly may: { readonly change: boolean };
}

/** Those who stand in for the reader today or will, and for whom the reader does; the latest first. */
export interface StandIns extends Page<StandIn> {
  /** Who can stand in for the reader. */
  readonly colleagues: readonly PersonName[];
  /** Whom the reader supervises today or will. */
  readonly therapists: readonly PersonName[];
}

/** Somebody who stands in for a supervisor today, and until when. */
export interface StandsInToday extends PersonName {
  readonly untilOn: string;
}
