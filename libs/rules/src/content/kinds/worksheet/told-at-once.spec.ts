import { ENTRY_ID } from '@common-ground/contract';
import { checkAnswerShape } from './answers';
import { worksheetPrompt } from './blocks-of';
import { askedPrompts, promptsNotAsked } from './conditions';
import { LENGTH_CHOICE } from './short-version';
import { HARD, isAboutTheWhole, isTooMuchToTell, isToldAtOnce, NOT_THIS_WEEK } from './told-at-once';
import { prompt, worksheet } from './worksheets-for-specs';

const sheet = worksheet(prompt('scale'));

describe('what is told at once', () => {
  it.each([HARD, NOT_THIS_WEEK])('%s can be said of every worksheet, and no block can take its id', (id) => {
    expect(worksheetPrompt(sheet, id)?.optional).toBe(true);
    expect(isToldAtOnce(id)).toBe(true);
    expect(ENTRY_ID.test(id)).toBe(false);
  });

  it('is never among what is asked, nor among what is kept back', () => {
    const told = new Map([
      [HARD, 'All of it.'],
      [NOT_THIS_WEEK, '2026-12-06'],
    ]);
    expect(askedPrompts(sheet.blocks, told).map(({ id }) => id)).toEqual(['scale']);
    expect(promptsNotAsked(sheet.blocks, told)).toEqual([]);
    expect(isToldAtOnce('scale')).toBe(false);
    expect(['scale', LENGTH_CHOICE, HARD].map(isAboutTheWhole)).toEqual([false, true, true]);
  });

  it('is a day, and a few words', () => {
    const [hard, week] = [HARD, NOT_THIS_WEEK].map((id) => worksheetPrompt(sheet, id));
    expect(hard && checkAnswerShape(hard, 7)).toBe('wrong-sort');
    expect(week && checkAnswerShape(week, 'soon')).toBe('not-a-day');
    expect(isTooMuchToTell(HARD, 'x'.repeat(500))).toBe(false);
    expect(isTooMuchToTell(HARD, 'x'.repeat(501))).toBe(true);
    expect(isTooMuchToTell('scale', 'x'.repeat(501))).toBe(false);
  });
});
