import {
  NOT_SURE,
  RATHER_NOT_SAY,
  type AnswerValue,
  type Condition,
  type Prompt,
} from '@common-ground/contract';
import { checkWorksheet } from './check';
import { askedPrompts } from './conditions';
import { worksheetOutline } from './outline';
import { prompt, worksheet } from './worksheets-for-specs';

const onlyIf = (about: Prompt, test: Condition['test'], value: Condition['value'] = null): Condition => ({
  promptId: about.id,
  test,
  value,
});

const talked = prompt('yes-no');
const calm = prompt('scale');
const when = prompt('date');
const one = prompt('single-choice', { notSure: true });
const several = prompt('multiple-choice', { notSure: true });
const list = prompt('checklist');
const words = prompt('short-answer');

describe('what is asked only if', () => {
  const followUp = (condition: Condition) => prompt('long-answer', { id: 'more', onlyIf: condition });
  const isAsked = (about: Prompt, condition: Condition, value: AnswerValue) =>
    askedPrompts([about, followUp(condition)], new Map([[about.id, value]])).some(({ id }) => id === 'more');

  it.each<[Prompt, Condition['test'], Condition['value'], AnswerValue, boolean]>([
    [talked, 'is', 'yes', 'yes', true],
    [talked, 'is', 'yes', 'no', false],
    [talked, 'is-not', 'yes', 'no', true],
    [talked, 'is-not', 'yes', NOT_SURE, true],
    [talked, 'is-not', 'yes', null, false],
    [talked, 'is-not', 'yes', RATHER_NOT_SAY, false],
    [one, 'is', 'a', 'a', true],
    [one, 'is', NOT_SURE, NOT_SURE, true],
    [one, 'is-not', 'a', 'b', true],
    [several, 'includes', 'a', ['a', 'b'], true],
    [several, 'includes', 'a', ['b'], false],
    [several, 'leaves-out', 'a', ['b'], true],
    [several, 'leaves-out', 'a', NOT_SURE, false],
    [several, 'leaves-out', 'a', null, false],
    [list, 'leaves-out', 'a', null, true],
    [list, 'leaves-out', 'a', ['a'], false],
    [list, 'leaves-out', 'a', RATHER_NOT_SAY, false],
    [calm, 'at-least', 7, 7, true],
    [calm, 'at-least', 7, 6, false],
    [calm, 'at-most', 3, 0, true],
    [calm, 'at-most', 3, 4, false],
    [calm, 'at-most', 3, RATHER_NOT_SAY, false],
    [when, 'before', '2026-12-01', '2026-11-30', true],
    [when, 'before', '2026-12-01', '2026-12-01', false],
    [when, 'after', '2026-12-01', '2026-12-02', true],
    [when, 'after', '2026-12-01', '2026-12-01', false],
    [words, 'answered', null, 'A walk', true],
    [words, 'answered', null, '  ', false],
    [words, 'answered', null, RATHER_NOT_SAY, false],
  ])('%j %s %s, answered with %j: %s', (about, test, value, answer, expected) => {
    expect(isAsked(about, onlyIf(about, test, value), answer)).toBe(expected);
  });

  it('what was once written to a question that is no longer asked asks nothing further', () => {
    const second = prompt('yes-no', { id: 'second', onlyIf: onlyIf(talked, 'is', 'yes') });
    const third = prompt('date', { id: 'third', onlyIf: onlyIf(second, 'is', 'yes') });
    const asked = (value: AnswerValue) =>
      askedPrompts(
        [talked, second, third],
        new Map([
          ['yes-no', value],
          ['second', 'yes'],
        ]),
      ).map(({ id }) => id);
    expect(asked('yes')).toEqual(['yes-no', 'second', 'third']);
    expect(asked('no')).toEqual(['yes-no']);
  });

  it('lists are told that how much is asked depends on the answers', () => {
    expect(worksheetOutline(worksheet(talked))).not.toHaveProperty('varies');
    expect(worksheetOutline(worksheet(talked, followUp(onlyIf(talked, 'is', 'yes'))))).toHaveProperty(
      'varies',
      true,
    );
  });
});

describe('a condition that cannot be kept to', () => {
  const said = (condition: Condition, ...before: Prompt[]) =>
    checkWorksheet(
      'A title',
      worksheet(...before, prompt('long-answer', { id: 'more', onlyIf: condition })),
    ).map(({ code, blocks, blockId }) => `${blocks ? 'must' : 'may'} ${code} ${blockId}`);

  it('is none that asks about an earlier question in a way that fits it', () => {
    expect(said(onlyIf(talked, 'is', 'no'), talked)).toEqual([]);
    expect(said(onlyIf(words, 'answered'), words)).toEqual([]);
    expect(said(onlyIf(calm, 'at-least', 0), calm)).toEqual([]);
  });

  it.each<[string, Condition, Prompt[], string]>([
    ['the question is gone', onlyIf(talked, 'is', 'yes'), [], 'condition-asks-nothing'],
    [
      'the test is for another kind of answer',
      onlyIf(talked, 'at-least', 3),
      [talked],
      'condition-does-not-fit',
    ],
    ['the choice is gone', onlyIf(one, 'is', 'z'), [one], 'condition-choice-gone'],
    [
      'not sure is no longer offered',
      onlyIf(prompt('yes-no', { notSure: false }), 'is', NOT_SURE),
      [prompt('yes-no', { notSure: false })],
      'condition-choice-gone',
    ],
    ['no choice is made yet', onlyIf(one, 'is'), [one], 'condition-unfinished'],
    ['no number is chosen yet', onlyIf(calm, 'at-most'), [calm], 'condition-unfinished'],
    ['no day is chosen yet', onlyIf(when, 'after'), [when], 'condition-unfinished'],
  ])('%s', (_sentence, condition, before, code) => {
    expect(said(condition, ...before)).toEqual([`must ${code} more`]);
  });

  it('asks about a question that comes later, or about itself', () => {
    const early = prompt('date', { onlyIf: onlyIf(talked, 'is', 'yes') });
    expect(checkWorksheet('A title', worksheet(early, talked)).map(({ code }) => code)).toEqual([
      'condition-asks-later',
    ]);
    const itself = { ...talked, onlyIf: onlyIf(talked, 'is', 'yes') };
    expect(checkWorksheet('A title', worksheet(itself)).map(({ code }) => code)).toEqual([
      'condition-asks-later',
    ]);
  });
});
