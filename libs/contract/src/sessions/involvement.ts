import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsUUID, Matches } from 'class-validator';
import { ENTRY_ID } from '../documents/entry-id';
import type { FamilyId, FamilySessionId, MemberId } from '../ids';
import { LIMITS } from '../limits';
import type { Language, PersonName, Relation } from '../people/people';
import type { RunEnd, SessionAction } from './run';

/** Who and what of an hour stands in the record of it. */
export class InvolvementChoice {
  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  memberIds!: MemberId[];

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ArrayUnique()
  @Matches(ENTRY_ID, { each: true })
  entryIds!: string[];

  @IsArray()
  @ArrayMaxSize(LIMITS.entries)
  @ArrayUnique()
  @Matches(ENTRY_ID, { each: true })
  actionIds!: string[];

  @IsBoolean()
  decision!: boolean;
}

/** What the chart says of an hour: who was there, how long, what was reached and agreed. No word of anybody besides. */
export interface InvolvementRecord {
  readonly begunAt: string;
  readonly endedAt: string;
  readonly timeZone: string;
  readonly minutes: number;
  readonly end: RunEnd;
  readonly purpose: string;
  readonly staff: readonly PersonName[];
  readonly people: readonly {
    readonly memberId: MemberId;
    readonly displayName: string;
    readonly relation: Relation;
  }[];
  readonly entries: readonly { readonly id: string; readonly title: string }[];
  readonly decision: string;
  readonly actions: readonly Omit<SessionAction, 'agreed'>[];
  readonly nextOn: string | null;
}

/** Everything that could stand in the record, and who of the family is offered as having been there. */
export interface Involvement extends InvolvementRecord {
  readonly id: FamilySessionId;
  readonly family: { readonly id: FamilyId; readonly name: string };
  /** Whoever is planned for the hour and did not say that they cannot come. */
  readonly offered: readonly MemberId[];
  /** What the record is written in, and the notice that goes along for a Part 2 family. */
  readonly language: Language;
  readonly notice: string | null;
}

/** The record as text, made as it was asked for. */
export interface InvolvementText {
  readonly text: string;
}
