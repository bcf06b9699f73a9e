import type { Prompt } from '@common-ground/contract';
import { partOfSentence, spokenAnswer } from './answers';

const asked = { id: 'p', question: 'How was it?', help: '', optional: false };
const scale: Prompt = { kind: 'scale', ...asked, lowLabel: 'Calm', highLabel: 'Storm' };
const several: Extract<Prompt, { kind: 'multiple-choice' }> = {
  kind: 'multiple-choice',
  ...asked,
  notSure: true,
  choices: [
    { id: 'walk', label: 'A walk' },
    { id: 'tea', label: 'Tea' },
  ],
};
const long: Prompt = { kind: 'long-answer', ...asked };

describe('an answer read out', () => {
  it('names the number and both ends of a scale, zero included', () => {
    expect(spokenAnswer(scale, 0)).toEqual({ sort: 'scale', value: 0, low: 'Calm', high: 'Storm' });
  });

  it('names choices by their labels, in the order of the page', () => {
    expect(spokenAnswer(several, ['tea', 'walk'])).toEqual({ sort: 'choices', labels: ['A walk', 'Tea'] });
  });

  it('says "not sure" and "rather not say" as such', () => {
    expect(spokenAnswer(several, 'not-sure')).toEqual({ sort: 'not-sure' });
    expect(spokenAnswer(long, 'rather-not-say')).toEqual({ sort: 'rather-not-say' });
  });

  it.each([
    ['never touched', undefined],
    ['emptied', null],
    ['only spaces', '   '],
  ])('says nothing when %s', (_case, value) => {
    expect(spokenAnswer(long, value)).toEqual({ sort: 'nothing' });
  });

  it('says nothing rather than a choice that is not offered', () => {
    expect(spokenAnswer(several, ['gone'])).toEqual({ sort: 'nothing' });
  });

  it('tells a card that nobody touched from an answer, and still reads what was given on it', () => {
    const given = { name: 'Night nurse', phone: '555 0100', when: '' };
    const card: Prompt = { kind: 'contact-card', ...asked, ...given };
    const lines = [
      { part: 'contact-card.name', text: 'Night nurse' },
      { part: 'contact-card.phone', text: '555 0100' },
    ];
    expect(spokenAnswer(card, undefined)).toEqual({ sort: 'as-given', lines });
    expect(spokenAnswer(card, { words: { name: 'Rosa' } })).toEqual({
      sort: 'lines',
      lines: [{ part: 'contact-card.name', text: 'Rosa' }],
    });
    expect(spokenAnswer({ ...card, name: '', phone: ' ' }, null)).toEqual({ sort: 'nothing' });
  });

  it.each([
    ['left alone', false, 'left alone,'],
    ['left alone', true, 'left alone'],
    ['left alone.', false, 'left alone.'],
    ['Why? Nobody', false, 'Why? Nobody,'],
  ])('lets no part of a sentence run into the next: %s, last: %s', (text, isLast, said) => {
    expect(partOfSentence(text, isLast)).toBe(said);
  });

  it('reads a yes or no, a day and a text', () => {
    expect(spokenAnswer({ kind: 'yes-no', ...asked, notSure: false }, 'no')).toEqual({ sort: 'no' });
    expect(spokenAnswer({ kind: 'date', ...asked }, '2026-12-01')).toEqual({ sort: 'day', on: '2026-12-01' });
    expect(spokenAnswer(long, 'words')).toEqual({ sort: 'text', text: 'words' });
  });

  it('reads a ranking in its order', () => {
    const ranking: Prompt = { kind: 'ranking', ...asked, choices: several.choices };
    expect(spokenAnswer(ranking, ['tea', 'walk'])).toEqual({ sort: 'ranked', labels: ['Tea', 'A walk'] });
  });

  it('reads the parts of a sentence in the order of the sentence, and leaves out what is empty', () => {
    const statement: Prompt = { kind: 'i-statement', ...asked };
    expect(spokenAnswer(statement, { words: { like: 'a rest', feel: 'tired', when: ' ' } })).toEqual({
      sort: 'sentence',
      lines: [
        { part: 'i-statement.feel', text: 'tired' },
        { part: 'i-statement.like', text: 'a rest' },
      ],
    });
  });

  it('names feelings and the word of one’s own', () => {
    const feelings: Prompt = { kind: 'feelings', ...asked, choices: several.choices };
    expect(spokenAnswer(feelings, { picked: ['walk'], words: { own: 'heavy' } })).toEqual({
      sort: 'choices',
      labels: ['A walk'],
      lines: [{ part: 'feelings.own', text: 'heavy' }],
    });
  });

  it('names the choices in the cells of a row', () => {
    const rows: Prompt = {
      kind: 'repeating-row',
      ...asked,
      rowsFor: 'person',
      columns: [{ id: 'how', label: 'How', sort: 'choice', choices: several.choices }],
    };
    expect(spokenAnswer(rows, { rows: [{ id: 'r', name: 'Rosa', cells: { how: 'tea' } }] })).toEqual({
      sort: 'rows',
      columns: ['How'],
      rows: [{ name: 'Rosa', cells: ['Tea'] }],
    });
  });
});
