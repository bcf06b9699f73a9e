import { bothTexts } from './both-texts';

const both = (theirs: string, mine: string, most = 40): string | undefined =>
  bothTexts({ said: theirs }, { said: mine }, ['said'], most)?.said;

describe('both texts of a field', () => {
  it('stand one below the other, nothing of either left out', () => {
    expect(both('On the phone.', 'At the desk.')).toBe('On the phone.\n\nAt the desk.');
  });

  it('are one where they say the same, and where one says nothing', () => {
    expect([both('Same', 'Same'), both('', 'Mine'), both('Theirs', ''), both('', '')]).toEqual([
      'Same',
      'Mine',
      'Theirs',
      '',
    ]);
  });

  it('are offered only where the field holds them', () => {
    expect([both('12345', '67890', 12), both('12345', '67890', 11)]).toEqual(['12345\n\n67890', undefined]);
  });
});
