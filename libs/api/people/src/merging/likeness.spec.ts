import { likenesses, weightOf } from './likeness';

const named = (displayName: string, ...contacts: string[]): { displayName: string; contacts: string[] } => ({
  displayName,
  contacts,
});

describe('two records look like the same human being', () => {
  it.each([
    ['Rosa Vega', 'Rosa Vega', ['same-name']],
    ['Rosa Vega', 'rosa  VEGA', ['same-name']],
    ['José Ramírez', 'Jose Ramirez', ['same-name']],
    ['Vega, Rosa', 'Rosa Vega', ['same-name']],
    ['Rosa', 'Rosa Vega', ['similar-name']],
    ['Rosa Vega', 'Rosa Vega Torres', ['similar-name']],
    ['Katherine Ode', 'Katharine Ode', ['similar-name']],
    ['Anna Lind', 'Ana Lind', []],
    ['Marianna Lind', 'Mariana Lind', ['similar-name']],
    ['Rosa Vega', 'Carmen Vega', []],
    ['Rosa Vega', 'Rosa Torres', []],
    ['Rosalind', 'Rosa', []],
    ['Leo', 'Lea', []],
    ['…', 'Rosa', []],
    ['…', '!', []],
  ])('%s and %s', (one, other, found) => {
    expect(likenesses(named(one), named(other))).toEqual(found);
    expect(likenesses(named(other), named(one))).toEqual(found);
  });

  it('by the address or number they share, however it is written', () => {
    expect(likenesses(named('Rosa', 'Rosa@example.org '), named('Mum', 'rosa@example.org'))).toEqual([
      'same-contact',
    ]);
    expect(likenesses(named('Rosa', 'a@example.org'), named('Mum', 'b@example.org'))).toEqual([]);
    expect(likenesses(named('Rosa'), named('Mum'))).toEqual([]);
  });

  it('by both', () => {
    expect(likenesses(named('Rosa', '555 0100'), named('Rosa Vega', '555 0100'))).toEqual([
      'similar-name',
      'same-contact',
    ]);
  });

  it('the more the likelier, and a name alike the least', () => {
    const ways = [
      ['same-name', 'same-contact'],
      ['similar-name', 'same-contact'],
      ['same-name'],
      ['similar-name'],
    ] as const;
    const weights = ways.map((found) => weightOf(found));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(new Set(weights).size).toBe(weights.length);
  });
});
