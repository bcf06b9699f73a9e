import { IsUUID } from 'class-validator';
import type { FamilyId, MemberId, PersonId } from '../ids';
import type { Member, MemberState, PersonName, Relation } from './people';

/** Why two records stay two, or why it has to be the other one that is kept. */
export const MERGE_HINDRANCES = [
  'same-record',
  'merged-already',
  'not-all-mine',
  'works-here',
  'client-of-the-other',
  'block-between',
  'speaks-for-the-other',
  'both-begun',
  'erasure-waits',
  'kept-not-confirmed',
] as const;
export type MergeHindrance = (typeof MERGE_HINDRANCES)[number];

export const LIKENESSES = ['same-name', 'similar-name', 'same-contact'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** One record of a person, as far as it reaches into the reader's own families. */
export interface PersonRecord extends PersonName {
  readonly places: readonly {
    readonly family: { readonly id: FamilyId; readonly name: string };
    readonly memberId: MemberId;
    readonly relation: Relation;
    readonly state: MemberState;
    readonly contact: string | null;
  }[];
  /** Has a code or a passkey to sign in with. */
  readonly signsIn: boolean;
  readonly tasks: number;
  /** Given to or by this record, and still in force. */
  readonly consents: number;
}

/** Somebody who may be the same human being as the member that was asked about. */
export interface LikelyDuplicate extends PersonRecord {
  readonly because: readonly Likeness[];
  /** What stands in the way of keeping the one asked about, or this one; null when nothing does. */
  readonly hindrances: {
    readonly keepingAsked: MergeHindrance | null;
    readonly keepingThis: MergeHindrance | null;
  };
}

export interface LikelyDuplicates {
  readonly record: PersonRecord;
  readonly items: readonly LikelyDuplicate[];
  readonly next: null;
}

/** The record that is given up for the one of the member in the path. */
export class MergeOf {
  @IsUUID()
  duplicateId!: PersonId;
}

/** The one record there is now, and the families in which the therapist has to confirm it anew. */
export interface MergedRecord {
  readonly member: Member;
  readonly pausedIn: readonly { readonly id: FamilyId; readonly name: string }[];
}
