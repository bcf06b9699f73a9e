import type { MarkedWords, WorksheetContent } from '@common-ground/contract';
import { rulesOf } from './kinds/kinds';
import { whereMarkedWordsStand, type StandingMark } from './marked-words';

const text = (words: string): WorksheetContent => ({
  format: 1,
  language: 'en',
  whyItHelps: '',
  whenAndWhere: '',
  minutes: null,
  blocks: [
    { kind: 'guidance', id: 'told', text: words },
    {
      kind: 'single-choice',
      id: 'asked',
      question: 'What helps?',
      help: 'Choose what helps.',
      optional: false,
      notSure: false,
      choices: [{ id: 'walk', label: 'A walk' }],
    },
  ],
});

const find = (
  content: WorksheetContent,
  blockId: string,
  marked: Partial<MarkedWords>,
): StandingMark | null =>
  whereMarkedWordsStand(content, rulesOf('worksheet').parts(content), {
    ...{ blockId, quote: '', prefix: '', suffix: '' },
    ...marked,
  });

describe('marked words', () => {
  it('are found at their place', () => {
    expect(find(text('Take your time.'), 'told', { quote: 'your time' })).toMatchObject({
      path: 'content.blocks.0.text',
      from: 5,
      quote: 'your time',
    });
  });

  it('are found in whatever field of the part they stand, and in no other part', () => {
    const mark = find(text(''), 'asked', { quote: 'A walk' });
    expect(mark?.path).toBe('content.blocks.1.choices.0.label');
    expect(find(text('A walk'), 'told', { quote: 'helps' })).toBeNull();
  });

  it('are found at once in a text that says the same thousands of times', () => {
    const began = Date.now();
    const mark = find(text('a '.repeat(2_000)), 'told', { quote: 'a', prefix: 'a '.repeat(16), suffix: '' });
    expect(mark?.quote).toBe('a');
    expect(Date.now() - began).toBeLessThan(500);
  });

  it('survive what is written around them', () => {
    const marked = { quote: 'your time', prefix: 'Take ', suffix: '.' };
    expect(find(text('Please take all your time, and rest.'), 'told', marked)).toMatchObject({ from: 16 });
  });

  it('are told apart, where they stand twice, by what is around them', () => {
    const twice = text('Ask her once. Then ask her again. Ask her no more.');
    expect(find(twice, 'told', { quote: 'her', prefix: 'Then ask ', suffix: ' again' })).toMatchObject({
      from: 23,
    });
    expect(find(twice, 'told', { quote: 'her', suffix: ' no more' })).toMatchObject({ from: 38 });
    expect(find(twice, 'told', { quote: 'her', prefix: 'more. Then ask ' })).toMatchObject({ from: 23 });
    expect(find(twice, 'told', { quote: 'her' })).toMatchObject({ from: 4 });
  });

  it('are the same however the lines break', () => {
    expect(find(text('Take your\n  time.'), 'told', { quote: 'your time' })).toMatchObject({
      from: 5,
      quote: 'your\n  time',
    });
  });

  it('mean what they say, whatever signs are in them', () => {
    expect(find(text('Now (or later)? 5 + 5.'), 'told', { quote: '(or later)? 5 + 5.' })).toMatchObject({
      from: 4,
    });
    expect(find(text('anything'), 'told', { quote: '.*' })).toBeNull();
  });

  it('are gone when they were written anew, and when there were none', () => {
    expect(find(text('Take a moment.'), 'told', { quote: 'your time' })).toBeNull();
    expect(find(text('Take your time.'), 'told', { quote: ' ' })).toBeNull();
  });

  it('are never an id or a code', () => {
    expect(find(text(''), 'asked', { quote: 'walk', prefix: 'A ' })?.path).toBe(
      'content.blocks.1.choices.0.label',
    );
    expect(find(text(''), 'asked', { quote: 'single-choice' })).toBeNull();
  });
});
