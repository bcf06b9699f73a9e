import type { CoachSort } from '@common-ground/contract';

/** One thing the coach would say differently. Advice, never a block. */
export interface Finding {
  readonly sort: CoachSort;
  /** Where it stands in the text, in UTF-16 units; `to` is behind the last one. */
  readonly from: number;
  readonly to: number;
  /** The words themselves. */
  readonly quote: string;
  /** Words that could stand in place of the quote, ready to be taken; null where only the writer can find them. */
  readonly gentler: string | null;
}
