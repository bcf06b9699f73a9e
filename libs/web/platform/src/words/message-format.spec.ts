import { LANGUAGES } from '@common-ground/contract';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { read } from './message-format';

const usual = (message: string, params: Record<string, unknown>, locale: string): string =>
  new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format<string>(
    params as Record<string, string>,
  ) as string;

const NAMES = ['count', 'who', 'kind'] as const;
const SELECTED = ['open', 'signedIn', 'other'];

/** Messages as deep as three choices. `#` stands also where it is only a sign. */
const message = (depth: number): fc.Arbitrary<string> => {
  const text = fc.constantFrom('', 'You have ', ' on the # day, it’s ', ' 3 > 2 ', ' <b>');
  const name = fc.constantFrom(...NAMES);
  const simple = fc.oneof(
    name.map((one) => `{ ${one} }`),
    fc.constant('{count, number}'),
  );
  if (depth === 0) return fc.tuple(text, simple, text).map((parts) => parts.join(''));
  const inner = message(depth - 1);
  const plural = fc
    .tuple(fc.constantFrom('plural', 'selectordinal'), inner, inner, inner, inner)
    .map(
      ([sort, none, one, many, other]) =>
        `{count,${sort}, =0{${none}} one {${one} #} many {${many}} other { # ${other}}}`,
    );
  const select = fc
    .tuple(inner, inner, inner)
    .map(([open, signed, other]) => `{kind, select, open {${open}} signedIn {${signed}} other {${other}}}`);
  return fc.tuple(text, fc.oneof(simple, plural, select), text).map((parts) => parts.join(''));
};

describe('a message with gaps', () => {
  it('reads as the usual reader of such messages has it, whatever its shape, number and language', () => {
    fc.assert(
      fc.property(
        message(3),
        fc.constantFrom(0, 1, 2, 3, 11, 21, 1_000, 1_000_000),
        fc.constantFrom(...SELECTED, 'unheard-of'),
        fc.constantFrom('Rosa', '', '{count}', '#', null, 7),
        fc.constantFrom('en-US', 'es-US', 'es-MX', 'en-GB'),
        (text, count, kind, who, locale) => {
          const params = { count, kind, who };
          expect(read(text)(params, locale)).toBe(usual(text, params, locale));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts up to a thousand as every language that we have does', () => {
    const text = '{count, plural, one {one: #} many {many: #} other {other: #}}, {count, number}';
    const ours = read(text);
    for (const language of LANGUAGES) {
      const numbers = new Intl.NumberFormat(language);
      const rules = new Intl.PluralRules(language);
      for (let count = 0; count <= 1000; count += 1) {
        const said = numbers.format(count);
        expect(ours({ count }, language)).toBe(`${rules.select(count)}: ${said}, ${said}`);
      }
      expect(ours({ count: 0.5 }, language)).toContain(`${rules.select(0.5)}: ${numbers.format(0.5)}`);
      expect(ours({ count: -1 }, language)).toContain(`${rules.select(-1)}: ${numbers.format(-1)}`);
    }
  });

  it('says years and codes as they are, and counts with thousands', () => {
    expect(read('{year}: {count, number}')({ year: 2026, count: 2026 }, 'en-US')).toBe('2026: 2,026');
  });

  it.each([
    '{',
    'a}',
    '{name',
    '{name, date}',
    '{count, plural, one {a}}',
    '{count, plural, other {a}',
    '{count, plural, other a}',
  ])('is refused where nobody could read it: %s', (text) => {
    expect(() => read(text)).toThrow('A message cannot be read');
  });

  it('does not keep silent about what was left out', () => {
    expect(() => read('Hello {name}')({}, 'en')).toThrow('name');
  });
});
