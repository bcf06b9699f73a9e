import { LIMITS, NOT_SURE, PROMPT_KINDS, RATHER_NOT_SAY, type Prompt } from '@common-ground/contract';
import fc from 'fast-check';
import {
  ANSWER_FAULTS,
  checkAnswer,
  checkAnswerShape,
  cleanAnswer,
  isAnswered,
  isSameAnswer,
  tidyAnswer,
} from './answers';
import { prompt } from './worksheets-for-specs';

const row = (id: string) => ({ id, name: '', cells: {} });
const unsure = { notSure: true };

describe('whether an answer fits its prompt', () => {
  it.each<[Prompt, unknown, string | null]>([
    [prompt('short-answer'), 'A walk', null],
    [prompt('short-answer'), '', null],
    [prompt('long-answer'), 'x'.repeat(LIMITS.answer), null],
    [prompt('long-answer'), 'x'.repeat(LIMITS.answer + 1), 'too-long'],
    [prompt('long-answer'), 7, 'wrong-sort'],
    [prompt('short-answer'), ['A walk'], 'wrong-sort'],
    [prompt('scale'), 0, null],
    [prompt('scale'), 10, null],
    [prompt('scale'), 11, 'not-0-to-10'],
    [prompt('scale'), -1, 'not-0-to-10'],
    [prompt('scale'), 2.5, 'not-0-to-10'],
    [prompt('scale'), Number.NaN, 'not-0-to-10'],
    [prompt('scale'), '5', 'wrong-sort'],
    [prompt('yes-no'), 'yes', null],
    [prompt('yes-no'), 'perhaps', 'not-a-choice'],
    [prompt('yes-no', unsure), NOT_SURE, null],
    [prompt('yes-no', { notSure: false }), NOT_SURE, 'not-a-choice'],
    [prompt('single-choice'), 'a', null],
    [prompt('single-choice'), 'c', 'not-a-choice'],
    [prompt('single-choice'), ['a'], 'wrong-sort'],
    [prompt('single-choice', unsure), NOT_SURE, null],
    [prompt('single-choice'), NOT_SURE, 'not-a-choice'],
    [prompt('multiple-choice'), ['a', 'b'], null],
    [prompt('multiple-choice'), [], null],
    [prompt('multiple-choice'), ['a', 'a'], 'not-a-choice'],
    [prompt('multiple-choice'), ['a', 'c'], 'not-a-choice'],
    [prompt('multiple-choice'), 'a', 'wrong-sort'],
    [prompt('multiple-choice'), [1], 'wrong-sort'],
    [prompt('multiple-choice', unsure), NOT_SURE, null],
    [prompt('multiple-choice', unsure), ['c'], 'not-a-choice'],
    [prompt('multiple-choice', unsure), 'a', 'wrong-sort'],
    [prompt('checklist'), ['b'], null],
    [prompt('checklist'), NOT_SURE, 'wrong-sort'],
    [prompt('checklist'), [NOT_SURE], 'not-a-choice'],
    [prompt('date'), '2026-02-28', null],
    [prompt('date'), '2026-02-30', 'not-a-day'],
    [prompt('date'), 'tomorrow', 'not-a-day'],
    [prompt('date'), 20261122, 'wrong-sort'],
    [prompt('feelings'), { picked: ['a'], words: { own: 'heavy' } }, null],
    [prompt('feelings'), { picked: ['c'] }, 'not-a-choice'],
    [prompt('feelings'), { picked: ['a', 'a'] }, 'not-a-choice'],
    [prompt('feelings'), { words: { other: 'x' } }, 'wrong-sort'],
    [prompt('feelings'), ['a'], 'wrong-sort'],
    [prompt('feelings'), { picked: ['a'], more: 1 }, 'wrong-sort'],
    [prompt('ranking'), ['b', 'a'], null],
    [prompt('ranking'), ['b', 'b'], 'not-a-choice'],
    [prompt('i-statement'), { words: { feel: 'tired', when: '', because: '', like: '' } }, null],
    [prompt('i-statement'), { words: { feel: 7 } }, 'wrong-sort'],
    [prompt('i-statement'), { words: { feel: 'x'.repeat(LIMITS.answer + 1) } }, 'too-long'],
    [prompt('i-statement'), { picked: [] }, 'wrong-sort'],
    [prompt('if-then'), { words: { if: 'it is loud', then: 'go out' } }, null],
    [prompt('if-then'), { words: { feel: 'tired' } }, 'wrong-sort'],
    [prompt('support-menu'), { picked: ['a'], words: { from: 'Rosa' } }, null],
    [prompt('support-menu', { asksFromWhom: false }), { words: { from: 'Rosa' } }, 'wrong-sort'],
    [prompt('contact-card'), { words: { phone: '555-0100' } }, null],
    [prompt('contact-card'), '555-0100', 'wrong-sort'],
    [prompt('acknowledgement'), 'read', null],
    [prompt('acknowledgement'), 'signed', 'not-a-choice'],
    [prompt('timed-exercise'), 'done', null],
    [prompt('timed-exercise'), 'failed', 'not-a-choice'],
    [
      prompt('repeating-row'),
      { rows: [{ id: 'r', name: 'Rosa', cells: { does: 'calls', often: 'daily', helps: '10' } }] },
      null,
    ],
    [prompt('repeating-row'), { rows: [{ id: 'r', name: '', cells: {} }] }, null],
    [prompt('repeating-row'), { rows: [{ id: 'r', name: '', cells: { helps: '11' } }] }, 'not-0-to-10'],
    [prompt('repeating-row'), { rows: [{ id: 'r', name: '', cells: { often: 'yearly' } }] }, 'not-a-choice'],
    [prompt('repeating-row'), { rows: [{ id: 'r', name: '', cells: { other: 'x' } }] }, 'wrong-sort'],
    [prompt('repeating-row'), { rows: [{ id: 'r', name: '', cells: {}, also: 1 }] }, 'wrong-sort'],
    [prompt('repeating-row'), { rows: [row('r'), row('r')] }, 'wrong-sort'],
    [
      prompt('repeating-row'),
      { rows: Array.from({ length: LIMITS.rows + 1 }, (_, at) => row(`r${at}`)) },
      'too-long',
    ],
  ])('%j ← %j: %s', (asked, value, fault) => {
    expect(checkAnswerShape(asked, value)).toBe(fault);
  });

  it.each(PROMPT_KINDS)('anybody may rather not say, or clear what they said, to a %s', (kind) => {
    expect(checkAnswerShape(prompt(kind), RATHER_NOT_SAY)).toBeNull();
    expect(checkAnswerShape(prompt(kind), null)).toBeNull();
  });

  it.each(PROMPT_KINDS)('nothing that can be sent to a %s makes the check stumble', (kind) => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const fault = checkAnswerShape(prompt(kind), value);
        if (fault !== null) expect(ANSWER_FAULTS).toContain(fault);
      }),
    );
  });
});

describe('whether one may go on from a prompt', () => {
  it.each<[string, Prompt, Parameters<typeof checkAnswer>[1], string | null]>([
    ['a question wants an answer', prompt('short-answer'), null, 'required'],
    ['blanks are no answer', prompt('long-answer'), '  ', 'required'],
    ['no choice is no answer', prompt('multiple-choice'), [], 'required'],
    ['zero is an answer', prompt('scale'), 0, null],
    ['rather not saying is an answer', prompt('scale'), RATHER_NOT_SAY, null],
    ['an optional question may be left', prompt('date', { optional: true }), null, null],
    ['a checklist may stay unticked', prompt('checklist'), [], null],
    ['a card the author filled in may stay', prompt('contact-card', { name: 'Elena' }), null, null],
    ['an empty card wants an answer', prompt('contact-card'), null, 'required'],
    ['a bad answer is named as such', prompt('scale'), 12, 'not-0-to-10'],
  ])('%s', (_sentence, asked, value, fault) => {
    expect(checkAnswer(asked, value)).toBe(fault);
  });

  it.each([
    [undefined, false],
    [null, false],
    ['', false],
    [' \n', false],
    ['a', true],
    [0, true],
    [[], false],
    [['a'], true],
    [{}, false],
    [{ picked: [], words: { own: ' ' } }, false],
    [{ rows: [{ id: 'r', name: '', cells: { does: ' ' } }] }, false],
    [{ words: { own: 'heavy' } }, true],
    [{ rows: [{ id: 'r', name: 'Rosa', cells: {} }] }, true],
  ] as const)('%j counts as answered: %s', (value, answered) => {
    expect(isAnswered(value)).toBe(answered);
  });
});

describe('answers of several things', () => {
  it('are the same whatever order their names come back in', () => {
    expect(
      isSameAnswer(
        { picked: ['a'], words: { b: '2', a: '1' } },
        { words: { a: '1', b: '2' }, picked: ['a'] },
      ),
    ).toBe(true);
    expect(isSameAnswer(['a', 'b'], ['b', 'a'])).toBe(false);
  });

  it('lose what is empty in them, and are cleared with the last of it', () => {
    expect(tidyAnswer({ picked: [], words: { own: '', feel: 'x' }, rows: [row('r')] })).toEqual({
      words: { feel: 'x' },
    });
    expect(tidyAnswer({ picked: [], words: { own: '' } })).toBeNull();
    expect(tidyAnswer(['a'])).toEqual(['a']);
  });

  it('are cleaned in every text', () => {
    const nul = 'a\u0000b';
    expect(
      cleanAnswer({ words: { own: nul }, rows: [{ id: 'r', name: nul, cells: { does: nul } }] }),
    ).toEqual({
      words: { own: 'ab' },
      rows: [{ id: 'r', name: 'ab', cells: { does: 'ab' } }],
    });
  });
});
