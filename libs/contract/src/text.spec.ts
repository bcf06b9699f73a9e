import { cleanText } from './text';

describe('clean text', () => {
  it.each([
    ['words as they are', 'Ça va, 你好 🙂', 'Ça va, 你好 🙂'],
    ['no NUL', 'a\u0000b', 'ab'],
    ['a half of a character that is none', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
    ['two halves that come together', '\uD83D\u0000\uDE42', '🙂'],
    ['a whole one beside a half', '🙂\uDE42', '🙂\uFFFD'],
  ])('has %s', (_what, text, clean) => {
    expect(cleanText(text)).toBe(clean);
    expect(cleanText(clean)).toBe(clean);
  });
});
