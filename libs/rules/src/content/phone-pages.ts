/** What one page of a phone holds in the size families read in: lines below the heading, and letters in each. */
const LINES_A_PAGE = 18;
const LETTERS_A_LINE = 36;

/** How many pages of a phone a text fills, to a tenth: 1 is a page that is just full. */
export function phonePages(text: string): number {
  if (text.trim() === '') return 0;
  const lines = text
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0);
  return Math.round((lines / LINES_A_PAGE) * 10) / 10;
}
