import type { DocumentContent, DocumentKind } from '@common-ground/contract';
import { rulesOf } from './kinds/kinds';

/**
 * Letters and digits that cannot be taken for one another, also when written by hand, and that spell no word: there is
 * no vowel among them, and of each pair that looks alike there is one at most.
 */
const LETTERS = 'CDFHJKMNPRTWXY2345679';
const SHORTEST = 4;
const LONGEST = 12;

/**
 * A short code for each part of a document, by its id, to stand beside it on paper and on the screen. It comes from the
 * id alone, so it stays through versions and changes of order. Where two would be alike, both are longer.
 */
export function itemCodes(kind: DocumentKind, content: DocumentContent): ReadonlyMap<string, string> {
  const ids = [
    ...new Set(
      rulesOf(kind)
        .parts(content)
        .map(({ id }) => id),
    ),
  ];
  const spelled = ids.map((id) => [id, spell(id)] as const);
  return new Map(
    spelled.map(([id, letters]) => {
      let length = SHORTEST;
      const isShared = (): boolean =>
        spelled.some(([other, theirs]) => other !== id && theirs.startsWith(letters.slice(0, length)));
      while (length < LONGEST && isShared()) length += 1;
      return [id, letters.slice(0, length)];
    }),
  );
}

/** FNV-1a in 64 bits, spelled in our letters. */
function spell(id: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < id.length; at += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(id.charCodeAt(at))) * 0x100000001b3n);
  }
  let letters = '';
  for (let place = 0; place < LONGEST; place += 1) {
    letters += LETTERS.charAt(Number(hash % BigInt(LETTERS.length)));
    hash /= BigInt(LETTERS.length);
  }
  return letters;
}
