import { LIMITS, NOT_SURE, PROMPT_KINDS, RATHER_NOT_SAY, type Prompt } from '@common-ground/contract';
import fc from 'fast-check';
import { ANSWER_FAULTS, checkAnswer, checkAnswerShape, isAnswered } from './answers';
import { prompt } from './worksheets-for-specs';

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
  ] as const)('%j counts as answered: %s', (value, answered) => {
    expect(isAnswered(value)).toBe(answered);
  });
});
