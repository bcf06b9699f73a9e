import type { AnswerParts, Prompt } from '@common-ground/contract';
import { bothOf, savedIn } from './both-texts';

const asked = { id: 'p', question: 'How was it?', help: '', optional: false };
const text: Prompt = { kind: 'long-answer', ...asked };
const list: Prompt = {
  kind: 'checklist',
  ...asked,
  choices: [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ],
};

describe('keeping both of two answers', () => {
  it('puts one text under the other and loses no word', () => {
    expect(bothOf(text, 'on the phone', 'on the laptop')).toBe('on the phone\n\non the laptop');
  });

  it('ticks what either of them ticked', () => {
    expect(bothOf(list, ['b'], ['a'])).toEqual(['a', 'b']);
  });

  it('puts the words of both at each place of a card, each once', () => {
    const card: Prompt = { kind: 'contact-card', ...asked, name: '', phone: '', when: '' };
    const mine = { words: { name: 'Rosa', phone: '555 0100' } };
    const theirs = { words: { name: 'Rosa', phone: '555 0199', when: 'in the evening' } };
    expect(bothOf(card, mine, theirs)).toEqual({
      words: { name: 'Rosa', phone: '555 0100 / 555 0199', when: 'in the evening' },
    });
  });

  it('keeps what either picked, in the order of the page', () => {
    const feelings: Prompt = { kind: 'feelings', ...asked, choices: list.choices };
    expect(bothOf(feelings, { picked: ['b'] }, { picked: ['a'], words: { own: 'numb' } })).toEqual({
      picked: ['a', 'b'],
      words: { own: 'numb' },
    });
  });

  describe('of repeating rows', () => {
    const columns = [{ id: 'does', label: 'Does', sort: 'text', choices: [] }] as const;
    const rows: Prompt = { kind: 'repeating-row', ...asked, rowsFor: 'person', columns };
    const row = (id: string, does: string) => ({ id, name: 'Leo', cells: { does } });

    it('is a list of both: what is alike once, what was written twice as two', () => {
      const both = bothOf(
        rows,
        { rows: [row('r1', 'cooks'), row('r2', 'walks')] },
        { rows: [row('r1', 'cooks'), row('r2', 'rests'), row('r3', 'calls')] },
      ) as AnswerParts;
      expect(both.rows?.map(({ cells }) => cells['does'])).toEqual(['cooks', 'walks', 'rests', 'calls']);
      expect(new Set(both.rows?.map(({ id }) => id)).size).toBe(4);
    });

    it('is not offered where there would be more rows than an answer can have', () => {
      const many = (from: string) => ({
        rows: Array.from({ length: 8 }, (_, at) => row(`${from}${at}`, 'helps')),
      });
      expect(bothOf(rows, many('a'), many('b'))).toBeNull();
    });
  });

  it.each([
    ['two orders', { kind: 'ranking', ...asked, choices: list.choices } satisfies Prompt, ['a'], ['b']],
    ['two numbers', { kind: 'scale', ...asked, lowLabel: '', highLabel: '' } satisfies Prompt, 3, 4],
    ['a text and "rather not say"', text, 'words', 'rather-not-say'],
    ['a text and nothing', text, 'words', null],
    ['more than one answer can hold', text, 'a'.repeat(15_000), 'b'.repeat(15_000)],
  ])('is not offered for %s', (_case, prompt, first, second) => {
    expect(bothOf(prompt, first, second)).toBeNull();
  });
});

describe('the answer the server holds', () => {
  it('is read out of the refusal', () => {
    const mine = { value: 'mine', visibility: 'therapist' as const };
    expect(savedIn({ value: 'other', visibility: 'not-yet', revision: 3 }, mine)).toEqual({
      value: 'other',
      visibility: 'not-yet',
    });
    expect(savedIn(null, mine)).toEqual({ value: null, visibility: 'therapist' });
  });
});
