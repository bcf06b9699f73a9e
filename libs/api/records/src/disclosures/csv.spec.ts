import { cell } from './csv';

describe('a cell of a table for a spreadsheet', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['  =1', `"'  =1"`],
    ['＝1', `"'＝1"`],
    ['To see, "more", of it\nsoon', '"To see, ""more"", of it\nsoon"'],
    ['2026-11-24T10:00:00.000Z', '"2026-11-24T10:00:00.000Z"'],
    ['', '""'],
  ])('says %j and computes nothing', (text, written) => {
    expect(cell(text)).toBe(written);
  });
});
