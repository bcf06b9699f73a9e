import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import type { BlockId, HoldId, MemberId } from '../ids';
import { LIMITS } from '../limits';
import type { Page } from '../lists';
import type { MemberName } from './guardians';
import type { PersonName } from './people';

const SOMETHING = /\S/u;

/** Two people who must not meet through the product. Only the family's therapists ever learn of it. */
export interface BlockBetween {
  readonly id: BlockId;
  readonly between: readonly [MemberName, MemberName];
  readonly reason: string;
  readonly setBy: PersonName | null;
  readonly setAt: string;
  readonly liftedAt: string | null;
  readonly may: { readonly lift: boolean };
}

/** Somebody who is not suitable for a joint session for now. Only the family's therapists ever learn of it. */
export interface Hold {
  readonly id: HoldId;
  readonly member: MemberName;
  readonly reason: string;
  readonly setBy: PersonName | null;
  readonly setAt: string;
  readonly liftedAt: string | null;
  readonly may: { readonly lift: boolean };
}

/** The holds of a family, and what one more would do. */
export interface Holds extends Page<Hold> {
  /** How many pieces that are open to somebody now, and were given to others as well, would close for them; none where they are left out. */
  readonly wouldClose: readonly { readonly memberId: MemberId; readonly pieces: number }[];
}

export class NewBlock {
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds!: MemberId[];

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.line)
  reason!: string;
}

export class NewHold {
  @IsUUID()
  memberId!: MemberId;

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.line)
  reason!: string;
}
