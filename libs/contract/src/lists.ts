/** One page of a list; `next` is opaque and `null` on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
