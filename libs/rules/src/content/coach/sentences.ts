export interface Sentence {
  readonly text: string;
  /** Where it begins in the whole text, in UTF-16 units. */
  readonly from: number;
}

/** Ends with a stop, a question or exclamation mark, or with the line. "Dr." and "3.5" end nothing. */
const END =
  /(?<!(?:^|\s)(?:Dr|Dra|Mr|Mrs|Ms|Sr|Sra|Srta|St|vs|etc|p|e\.g|i\.e))[.!?…]+["'”’»)\]]*(?=\s|$)|\n+/gu;

/** The sentences of a text in order. Runs once over the text, however long it is. */
export function sentencesIn(text: string): Sentence[] {
  const found: Sentence[] = [];
  let begins = 0;
  const take = (ends: number): void => {
    const piece = text.slice(begins, ends);
    const trimmed = piece.trim();
    if (trimmed !== '') found.push({ text: trimmed, from: begins + piece.indexOf(trimmed) });
    begins = ends;
  };
  for (const end of text.matchAll(END)) take(end.index + end[0].length);
  take(text.length);
  return found;
}

/** The words of a text: letters, with apostrophes and hyphens inside; numbers do not count. */
export function wordsIn(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}]*(?:[’'-][\p{L}\p{M}]+)*/gu) ?? [];
}
