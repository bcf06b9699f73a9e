import type { Prompt } from '@common-ground/contract';
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

  it.each([
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
