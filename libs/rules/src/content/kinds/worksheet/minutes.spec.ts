import fc from 'fast-check';
import { blankBlock } from './blank';
import { estimateMinutes, minutesByKind } from './minutes';
import { worksheetOutline } from './outline';
import { anyWorksheet, prompt, worksheet } from './worksheets-for-specs';

describe('how long a worksheet takes', () => {
  it('is what the author says', () => {
    expect(estimateMinutes({ ...worksheet(prompt('long-answer')), minutes: 12 })).toBe(12);
  });

  it.each([
    ['never less than a minute', [], 1],
    ['three minutes for a long answer', [prompt('long-answer')], 3],
    ['half a minute for a scale, rounded up', [prompt('scale')], 1],
    ['headings take no time', [blankBlock('section', 's', 'en'), prompt('long-answer')], 3],
    ['guidance is read as well', [blankBlock('guidance', 'g', 'en'), prompt('long-answer')], 4],
  ])('%s', (_sentence, blocks, minutes) => {
    expect(estimateMinutes(worksheet(...blocks))).toBe(minutes);
  });

  it('says what it is made of, longest first, and leaves out what takes no time', () => {
    const blocks = [
      blankBlock('section', 's', 'en'),
      prompt('scale'),
      prompt('long-answer'),
      prompt('scale'),
    ];
    expect(minutesByKind(blocks)).toEqual([
      { kind: 'long-answer', count: 1, minutes: 3 },
      { kind: 'scale', count: 2, minutes: 1 },
    ]);
  });

  it('is the sum of what it says it is made of, rounded up', () => {
    fc.assert(
      fc.property(anyWorksheet, (sheet) => {
        const sum = minutesByKind(sheet.blocks).reduce((so, { minutes }) => so + minutes, 0);
        expect(estimateMinutes({ ...sheet, minutes: null })).toBe(Math.max(1, Math.ceil(sum)));
      }),
    );
  });

  it('never shrinks when something is added', () => {
    fc.assert(
      fc.property(anyWorksheet, ({ blocks }) => {
        const more = worksheet(...blocks, prompt('scale', { id: 'more' }));
        expect(estimateMinutes(more)).toBeGreaterThanOrEqual(estimateMinutes(worksheet(...blocks)));
      }),
    );
  });

  it('lists count what is asked, and not what is only read', () => {
    const sheet = worksheet(
      blankBlock('section', 's', 'en'),
      blankBlock('guidance', 'g', 'en'),
      prompt('scale'),
      prompt('date'),
    );
    expect(worksheetOutline(sheet)).toEqual({ whyItHelps: sheet.whyItHelps, minutes: 2, prompts: 2 });
  });
});
