import { IntlMessageFormat } from 'intl-messageformat';

const AREAS = [
  'platform',
  'people',
  'invitations',
  'merging',
  'documents',
  'kinds',
  'prompts',
  'homework',
  'privacy',
  'practice',
  'keys',
  'records',
  'sessions',
  'asked',
];

interface Words {
  readonly [key: string]: string | Words;
}

/** All messages of an area, by their whole key. */
function messagesOf(language: string, area: string): ReadonlyMap<string, string> {
  const flat = (words: Words, under: string): [string, string][] =>
    Object.entries(words).flatMap(([key, word]) =>
      typeof word === 'string' ? [[`${under}.${key}`, word]] : flat(word, `${under}.${key}`),
    );
  return new Map(flat(jest.requireActual<Words>(`../public/i18n/${language}/${area}.json`), area));
}

describe.each(AREAS)('the words of %s', (area) => {
  it('say the same things in English and Spanish', () => {
    expect([...messagesOf('es', area).keys()].sort()).toEqual([...messagesOf('en', area).keys()].sort());
  });

  it.each(['en', 'es'])('can all be read as messages in %s', (language) => {
    for (const [key, message] of messagesOf(language, area)) {
      expect(message.trim()).not.toBe('');
      expect(() => [
        key,
        new IntlMessageFormat(message, language, undefined, { ignoreTag: true }),
      ]).not.toThrow();
    }
  });

  it('ask for the same names to fill in, in both languages', () => {
    const names = (message: string): string[] =>
      [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/gu)].map((found) => found[1] ?? ''))].sort();
    const english = messagesOf('en', area);
    for (const [key, message] of messagesOf('es', area)) {
      const simple = !/, (select|plural)/u.test(message + english.get(key));
      if (simple) expect([key, names(message)]).toEqual([key, names(english.get(key) ?? '')]);
    }
  });
});
