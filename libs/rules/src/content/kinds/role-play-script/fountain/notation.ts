/**
 * Words inside a Fountain note. What would end the note, a line or the words themselves is written as a backslash and
 * what it is, so that whatever was written comes back exactly.
 */
export function escaped(words: string): string {
  return words
    .replace(/[\\[\]]/gu, (sign) => `\\${sign}`)
    .replace(/\p{Cc}|^\s|\s$|\/(?=\*)/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}

export function unescaped(words: string): string {
  return words.replace(
    /\\(?:u\{([0-9a-f]{1,6})\}|([\\[\]]))/gu,
    (_all, code: string | undefined, sign: string | undefined) => {
      if (code === undefined) return sign ?? '';
      const point = Number.parseInt(code, 16);
      return point > 0x10ffff ? '' : String.fromCodePoint(point);
    },
  );
}

/** Whether words stand in plain Fountain text and are read back as they are. */
export function isPlain(words: string): boolean {
  return (
    /^[\p{L}\p{N}“«¿¡"'][^\\[\]*_()/]*$/u.test(words) && words.trim() === words && !/\p{Cc}/u.test(words)
  );
}

/** What the first key of the title page says in a script of ours: only there its notes mean something. */
export const FOUNTAIN_FORMAT = 'Common Ground 1';
