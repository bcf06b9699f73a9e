import type { CoachSort } from '@common-ground/contract';

/** One way of saying something hard, as data of one language. */
export interface Pattern {
  readonly sort: Exclude<CoachSort, 'long-sentence'>;
  readonly expression: RegExp;
  /** What could stand there instead; `$1` and the like take over parts of what was found. */
  readonly gentler: string | null;
}

const NOT_IN_A_WORD_BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const NOT_IN_A_WORD_AFTER = String.raw`(?![\p{L}\p{M}\p{N}])`;

/**
 * Words as they are written, made into an expression that finds them whole, in any case, with either apostrophe and
 * any white space. `unlessAfter` lists words that take the sting out when they stand right before ("if", "what").
 */
export function whole(words: string, unlessAfter = ''): RegExp {
  const before = unlessAfter === '' ? '' : String.raw`(?<!(?<![\p{L}\p{M}])(?:${spaced(unlessAfter)})\s)`;
  return new RegExp(`${NOT_IN_A_WORD_BEFORE}${before}(?:${spaced(words)})${NOT_IN_A_WORD_AFTER}`, 'giu');
}

/** Outside a class of letters any white space may stand for a space; everywhere either apostrophe for one. */
function spaced(words: string): string {
  return words.replace(/\[[^\]]*\]|'| \??/gu, (part) => {
    if (part.startsWith(' ')) return part === ' ' ? String.raw`\s+` : String.raw`\s*`;
    return part === "'" ? "[’']" : part.replaceAll("'", "’'");
  });
}

/** A plain phrase, with every sign in it taken literally. */
export function literally(phrase: string): RegExp {
  return whole(phrase.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`));
}

/** Several ways of one sort, told as pairs of words and what is gentler. */
export function patterns(
  sort: Pattern['sort'],
  ...entries: readonly (readonly [words: string, gentler?: string | null, unlessAfter?: string])[]
): Pattern[] {
  return entries.map(([words, gentler = null, unlessAfter]) => ({
    sort,
    expression: whole(words, unlessAfter),
    gentler,
  }));
}
