import { NOT_SURE, RATHER_NOT_SAY, type AnswerValue, type Prompt } from '@common-ground/contract';
import { compared } from './closeness';

const asked = { id: 'p', question: 'What helps?', help: '', optional: false };
const SCALE: Prompt = { ...asked, kind: 'scale', lowLabel: 'a storm', highLabel: 'calm' };
const SEVERAL: Prompt = {
  ...asked,
  kind: 'multiple-choice',
  notSure: true,
  choices: ['walk', 'talk', 'rest'].map((id) => ({ id, label: id.toUpperCase() })),
};
const closenessOf = (prompt: Prompt, one: AnswerValue, other: AnswerValue): string | undefined =>
  compared(prompt, one, other)?.closeness;

describe('how near two answers are', () => {
  it.each([
    [4, 4, 'same'],
    [4, 6, 'near'],
    [6, 4, 'near'],
    [4, 7, 'apart'],
    [0, 10, 'apart'],
  ])('%i and %i on a scale are %s', (one, other, closeness) => {
    expect(closenessOf(SCALE, one, other)).toBe(closeness);
  });

  it('names what both picked, in the order of the page', () => {
    expect(compared(SEVERAL, ['rest', 'walk'], ['walk', 'talk', 'rest'])).toEqual({
      of: 'choices',
      closeness: 'near',
      both: ['WALK', 'REST'],
    });
    expect(closenessOf(SEVERAL, ['rest', 'walk'], ['walk', 'rest'])).toBe('same');
    expect(closenessOf(SEVERAL, ['rest'], ['walk'])).toBe('apart');
  });

  it('one choice and yes or no are the same or apart', () => {
    expect(closenessOf({ ...SEVERAL, kind: 'single-choice' }, 'walk', 'walk')).toBe('same');
    expect(closenessOf({ ...asked, kind: 'yes-no', notSure: true }, 'yes', 'no')).toBe('apart');
  });

  it('lays the feelings and the kinds of support side by side that were picked, whatever was written beside them', () => {
    const FEELINGS: Prompt = { ...asked, kind: 'feelings', choices: SEVERAL.choices };
    const mine = { picked: ['walk', 'rest'], words: { own: 'flat' } };
    expect(compared(FEELINGS, mine, { picked: ['rest'] })).toEqual({
      of: 'choices',
      closeness: 'near',
      both: ['REST'],
    });
    const MENU: Prompt = { ...FEELINGS, kind: 'support-menu', asksFromWhom: true, asksWhen: false };
    expect(closenessOf(MENU, mine, { picked: ['walk', 'rest'], words: { from: 'Leo' } })).toBe('same');
    expect(closenessOf(MENU, mine, { picked: ['talk'] })).toBe('apart');
    expect(compared(MENU, mine, { words: { from: 'Leo' } })).toBeNull();
  });

  it('lays nothing beside words, or beside what somebody left open', () => {
    expect(compared({ ...asked, kind: 'long-answer' }, 'tea', 'tea')).toBeNull();
    expect(compared(SCALE, null, 3)).toBeNull();
    expect(compared(SCALE, RATHER_NOT_SAY, 3)).toBeNull();
    expect(compared(SEVERAL, NOT_SURE, NOT_SURE)).toBeNull();
    expect(compared(SEVERAL, [], ['walk'])).toBeNull();
  });
});
