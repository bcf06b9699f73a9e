import { IsIn, IsString, Length, Matches } from 'class-validator';
import type { NoticeId } from '../ids';
import { IsDay } from '../is-day';
import { LIMITS } from '../limits';
import { LANGUAGES, type Language } from './people';

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
