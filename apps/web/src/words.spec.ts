import { readingBand } from '@common-ground/rules/content';
import { readMessage } from '@common-ground/web/platform';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

const FOLDER = 'apps/web/public/i18n';
/** Every area there is, in either language: one that exists in one alone is found by what it lacks in the other. */
const AREAS = [...new Set(['en', 'es'].flatMap((language) => readdirSync(`${FOLDER}/${language}`)))].map(
  (file) => file.replace(/\.json$/u, ''),
);
/** What family members and clients read on their own pages. */
const OF_FAMILIES = ['homework', 'prompts', 'days', 'asked', 'opening'];
/** What only somebody says who says tú to the reader. */
const TU =
  /(?<!\p{L})(?:tú|tus?|ti|te|contigo|puedes|quieres|tienes|dices|(?!atrás|detrás)\p{L}{2,}rás|(?!existe)\p{L}{3,}[ai]ste)(?!\p{L})/iu;

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

/** Something for every gap of a message: each number with its own form, and each form that it names. */
function fillings(message: string): Record<string, string | number>[] {
  const names = [...message.matchAll(/\{\s*(\w+)\s*[,}]/gu)].map(([, name = '']) => name);
  const forms = [...message.matchAll(/([\w-]+)\s*\{/gu)].map(([, form = '']) => form);
  return [0, 1, 2, 1234, ...forms].map((value) => Object.fromEntries(names.map((name) => [name, value])));
}

/** What the pages of staff and families are made of, without their specs. */
const SOURCES = ['apps/web/src', 'libs/web'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.spec)\.(?:ts|html)$/u.test(file))
    .map((file) => join(folder, file)),
);

it('there are words for every key that a page names', () => {
  const said = new Set(AREAS.flatMap((area) => [...messagesOf('en', area).keys()]));
  const key = new RegExp(`'((?:${AREAS.join('|')})\\.[\\w.-]*\\w)'`, 'gu');
  const asked = SOURCES.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(key)].map(([, name = '']) => ({ file, name })),
  );
  expect(asked.length).toBeGreaterThan(1000);
  // A page may also name a group of words, and the word within it later.
  const groups = new Set(
    [...said].flatMap((name) => [...name.matchAll(/\./gu)].map((dot) => name.slice(0, dot.index))),
  );
  expect(asked.filter(({ name }) => !said.has(name) && !groups.has(name))).toEqual([]);
});

it('of what was typed only the save word says that it lies on the device, and it knows whether that is so', () => {
  const saidIn = (language: string, pattern: RegExp): string[] =>
    AREAS.flatMap((area) => [...messagesOf(language, area)])
      .filter(([, message]) => pattern.test(message))
      .map(([key]) => key);
  expect(saidIn('en', /kept on this device/iu)).toEqual(['platform.saving.offline']);
  const es = /(?:están|conservan?|guardan?|guardad[ao]s?) en este (?:aparato|dispositivo)/iu;
  expect(saidIn('es', es)).toEqual(['platform.saving.offline']);
});

describe.each(AREAS)('the words of %s', (area) => {
  it('say the same things in English and Spanish', () => {
    expect([...messagesOf('es', area).keys()].sort()).toEqual([...messagesOf('en', area).keys()].sort());
  });

  it.each(['en', 'es'])('can all be read as messages in %s', (language) => {
    for (const [key, message] of messagesOf(language, area)) {
      expect(message.trim()).not.toBe('');
      const usual = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
      for (const params of fillings(message)) {
        expect([key, readMessage(message)(params, language)]).toEqual([key, usual.format(params)]);
      }
    }
  });

  it('say usted to their reader in Spanish', () => {
    expect([...messagesOf('es', area)].filter(([, message]) => TU.test(message))).toEqual([]);
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

describe.each(OF_FAMILIES)('what families read of %s', (area) => {
  it.each(['en', 'es'] as const)('is no harder than six years of school in %s', (language) => {
    // Messages that choose between forms are left out: their syntax is no language.
    const texts = [...messagesOf(language, area).values()].filter(
      (message) => !/, (select|plural)/u.test(message),
    );
    const band = readingBand(
      texts.map((text) => text.replace(/\{\s*\w+\s*\}/gu, 'Sam')),
      language,
    );
    expect(band.judged).toBe(true);
    expect(['very-easy', 'easy']).toContain(band.judged && band.band);
  });
});
