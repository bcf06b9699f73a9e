import { isRightToLeft, line, paragraphs } from './printed-text';

describe('text on its way to paper', () => {
  it('keeps paragraphs and lines as they were written', () => {
    expect(paragraphs('Mornings.\r\nWe are late.\n\n \n  Evenings are fine.\n')).toEqual([
      ['Mornings.', 'We are late.'],
      ['Evenings are fine.'],
    ]);
  });

  it('prints nothing for nothing', () => {
    expect(paragraphs(' \n\n \t')).toEqual([]);
  });

  it('drops what has no shape and what would turn the rest of the line around', () => {
    expect(line('Ma\u0000ya\u202e\u0007 Ortiz\u2066\nhere')).toBe('Maya Ortiz here');
  });

  it('lets a very long word break, but never inside a character', () => {
    const family = '👨‍👩‍👧';
    const broken = line(family.repeat(20));
    expect(broken.split('\u200b').length).toBeGreaterThan(1);
    expect(broken.replaceAll('\u200b', '')).toBe(family.repeat(20));
    expect(broken.split('\u200b').every((part) => part.startsWith('👨') && part.endsWith('👧'))).toBe(true);
  });

  it('leaves ordinary words alone', () => {
    expect(line('Őri’s “plan” — #1 \\ <b>')).toBe('Őri’s “plan” — #1 \\ <b>');
  });

  it('shortens a name that is too long for a footer', () => {
    expect(line('Ana '.repeat(40), 20)).toBe('Ana Ana Ana Ana Ana…');
  });

  it.each([
    ['שלום', true],
    ['1. مرحبا', true],
    ['Hello שלום', false],
    ['12:30', false],
  ])('knows on which side %s begins', (text, expected) => {
    expect(isRightToLeft(text)).toBe(expected);
  });
});
