import { quoted } from './printed-footer';

describe('the printed footer', () => {
  it('lets no title end its string and write style of its own', () => {
    expect(quoted('Über "uns"; } body { display: none')).toBe(
      '"Über \\22 uns\\22 \\3b  \\7d  body \\7b  display\\3a  none"',
    );
    expect(quoted('a\\\nb')).toBe('"a\\5c \\a b"');
  });
});
