import type { TextOfBlock } from './parts';

export interface WrongName {
  readonly name: string;
  readonly blockId: string | null;
}

/** Shorter names are words too often ("Al", "Jo") to be worth a warning. */
const SHORTEST_NAME = 3;

/**
 * First and last names of people from other families that stand in a text as whole words. Names that somebody of this
 * family bears as well are left out. A document copied from one family to the next is how such a name gets there.
 */
export function wrongNames(
  texts: readonly TextOfBlock[],
  otherPeople: readonly string[],
  ownPeople: readonly string[],
): WrongName[] {
  const own = new Set(ownPeople.flatMap(parts).map(folded));
  const foreign = new Map(
    otherPeople
      .flatMap(parts)
      .filter((part) => part.length >= SHORTEST_NAME && !own.has(folded(part)))
      .map((part) => [folded(part), part]),
  );
  const found: WrongName[] = [];
  for (const { blockId, text } of texts) {
    for (const word of parts(text)) {
      const name = foreign.get(folded(word));
      // Names are written with a capital; "will" and "may" as verbs are not.
      if (name === undefined || !/^\p{Lu}/u.test(word)) continue;
      if (!found.some((known) => known.name === name && known.blockId === blockId))
        found.push({ name, blockId });
    }
  }
  return found;
}

function parts(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
