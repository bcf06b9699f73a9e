/** A stretch of a text: from one letter up to, and without, another. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Signs that are typed in one way and printed in another. */
const ALIKE: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
};

/**
 * Where words stand in a text, one after the other. Accents, capitals and the shape of quotation marks make no
 * difference: who looks for `manana` finds `Mañana`.
 */
export function wordsIn(text: string, wanted: string): Stretch[] {
  const sought = plain(wanted.trim()).letters;
  if (sought === '') return [];
  const { letters, places } = plain(text);
  const found: Stretch[] = [];
  for (let at = letters.indexOf(sought); at >= 0; at = letters.indexOf(sought, at + sought.length)) {
    found.push({ from: places[at] ?? 0, until: places[at + sought.length] ?? text.length });
  }
  return found;
}

/** A text without what makes no difference, and for each letter of it where it stands in the text. */
function plain(text: string): { letters: string; places: number[] } {
  let letters = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const bare = [...letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()]
      .map((one) => ALIKE[one] ?? one)
      .join('');
    for (let unit = 0; unit < bare.length; unit += 1) places.push(at);
    letters += bare;
    at += letter.length;
  }
  return { letters, places };
}
