import { IsString, Length, Matches } from 'class-validator';
import type { HouseholdId } from '../ids';
import { LIMITS } from '../limits';
import type { MemberName } from './guardians';

/** People of one family who live under one roof. Separated parents have two. */
export interface Household {
  readonly id: HouseholdId;
  readonly name: string;
  readonly members: readonly MemberName[];
  readonly may: { readonly rename: boolean };
}

export class HouseholdName {
  @IsString()
  @Matches(/\S/u)
  @Length(1, LIMITS.name)
  name!: string;
}
