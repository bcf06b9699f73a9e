import type { AnswerValue, Block, Prompt } from '@common-ground/contract';
import { blankWorksheet } from '@common-ground/rules/content';
import { answeredCount, goOnAt, missing, questionsOf } from './questions';

const ask = (id: string, optional = false): Prompt => ({
  kind: 'short-answer',
  id,
  question: `Question ${id}`,
  help: '',
  optional,
});
const BLOCKS: readonly Block[] = [
  { kind: 'section', id: 's', title: 'This week' },
  { kind: 'guidance', id: 'g', text: 'Think of one day.' },
  ask('a'),
  ask('b', true),
  { kind: 'guidance', id: 'h', text: 'Nearly there.' },
  ask('c'),
  { kind: 'guidance', id: 'z', text: 'Thank you.' },
];
const { list, after } = questionsOf({ ...blankWorksheet('en'), blocks: BLOCKS });
const answers = (entries: Record<string, AnswerValue>) => new Map(Object.entries(entries));

describe('the questions of a homework', () => {
  it('come one to a page, each with the heading and guidance that stand before it', () => {
    expect(list.map(({ number, prompt }) => [number, prompt.id])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
    expect(list[0]?.before.map(({ id }) => id)).toEqual(['s', 'g']);
    expect(list[1]?.before).toEqual([]);
    expect(list[2]?.before.map(({ id }) => id)).toEqual(['h']);
  });

  it('keep what is written after the last question for the check page', () => {
    expect(after.map(({ id }) => id)).toEqual(['z']);
  });

  it.each([
    ['the first question when nothing is answered', {}, 1],
    ['the one after the last answer', { a: 'yes' }, 2],
    ['past an optional question that was left out', { a: 'yes', c: 'no' }, null],
    ['the check page when everything is answered', { a: 'x', b: 'y', c: 'z' }, null],
    ['the first question when an answer was emptied', { a: '  ' }, 1],
    ['after "I would rather not say", which is an answer', { a: 'rather-not-say' }, 2],
  ])('go on at %s', (_case, values, expected) => {
    expect(goOnAt(list, answers(values))).toBe(expected);
  });

  it('have nothing to go on to when nothing is asked', () => {
    expect(goOnAt([], answers({}))).toBeNull();
  });

  it('are missing when asked for and empty, but never when optional', () => {
    expect(missing(list, answers({ a: 'x' })).map(({ prompt }) => prompt.id)).toEqual(['c']);
    expect(missing(list, answers({ a: 'x', c: 'rather-not-say' }))).toEqual([]);
  });

  it('count as answered when something is there', () => {
    expect(answeredCount(list, answers({ a: 'x', b: '', c: null }))).toBe(1);
  });
});

describe('questions that are asked only if', () => {
  const followUp: Prompt = { ...ask('more'), onlyIf: { promptId: 'a', test: 'answered', value: null } };
  const content = { ...blankWorksheet('en'), blocks: [ask('a'), followUp, ask('z')] };
  const asked = (values: Record<string, AnswerValue>) =>
    questionsOf(content, answers(values)).list.map(({ number, prompt }) => [number, prompt.id]);

  it('have a page only while they are asked, and the others close ranks', () => {
    expect(asked({})).toEqual([
      [1, 'a'],
      [2, 'z'],
    ]);
    expect(asked({ a: 'Yes' })).toEqual([
      [1, 'a'],
      [2, 'more'],
      [3, 'z'],
    ]);
  });

  it('need no answer while they are not asked, whatever was written there', () => {
    const values = answers({ more: 'old words', z: 'x' });
    expect(missing(questionsOf(content, values).list, values).map(({ prompt }) => prompt.id)).toEqual(['a']);
  });
});
