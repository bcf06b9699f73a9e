import { joined, type Part } from './parts';

/** The parts a reader finds on the page: one that says nothing yet is not there. */
export function writtenParts(parts: readonly Part[]): Part[] {
  return parts.filter(({ words }) => words !== '');
}

/**
 * Everything in a part a change of which is a change in meaning, as one comparable text. Where the part stands is not
 * in it: moved as it is, it has been read all the same.
 */
export function meaningOf({ part, words, meaning }: Part): string {
  return joined(part, words, meaning ?? '');
}
