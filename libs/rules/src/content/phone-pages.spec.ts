import { phonePages } from './phone-pages';

describe('how many pages of a phone a text fills', () => {
  it.each([
    ['nothing', ' ', 0],
    ['one line', 'Sit down.', 0.1],
    ['a page of long lines', 'x'.repeat(36 * 18), 1],
    ['a page of short lines, each taking one', Array.from({ length: 18 }, () => 'so').join('\n'), 1],
    ['one letter more than two lines hold', 'x'.repeat(73), 0.2],
  ])('%s', (_case, text, pages) => {
    expect(phonePages(text)).toBe(pages);
  });
});
