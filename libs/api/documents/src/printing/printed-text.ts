import { cleanText } from '@common-ground/contract';

/** Longer runs without a space get places where the line may break, or they would run off the paper. */
const LONGEST_RUN = 20;
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * What has no shape on paper (control characters), and the marks that turn the direction of everything after them:
 * one at the end of a name would scramble the rest of the footer.
 */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const FIRST_LETTER = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line of print: whatever was typed, without line breaks, in one piece. */
export function line(text: string, longest = Infinity): string {
  const flat = cleanText(text).replaceAll(UNPRINTABLE, ' ').replaceAll(/\s+/gu, ' ').trim();
  const shown = flat.length > longest ? clip(flat, longest) : flat;
  return breakable(shown);
}

/** Written text as paragraphs of lines, the way its author laid it out. */
export function paragraphs(text: string): string[][] {
  return cleanText(text)
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .trim()
    .split(/\n[^\S\n]*\n\s*/u)
    .map((paragraph) => paragraph.split('\n').map((one) => line(one)))
    .filter((lines) => lines.some((one) => one !== ''));
}

/** Whether the text starts in a script that is read from right to left. */
export function isRightToLeft(text: string): boolean {
  const first = FIRST_LETTER.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

function clip(text: string, longest: number): string {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length >= longest) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks between whole characters as people see them: an accent or an emoji is never cut in two. */
function breakable(text: string): string {
  return text
    .split(' ')
    .map((run) => {
      if (run.length <= LONGEST_RUN) return run;
      let result = '';
      let length = 0;
      for (const { segment } of graphemes.segment(run)) {
        if (length >= LONGEST_RUN) {
          result += ZERO_WIDTH_SPACE;
          length = 0;
        }
        result += segment;
        length += segment.length;
      }
      return result;
    })
    .join(' ');
}
