import { readFileSync } from 'node:fs';
import { setImmediate as settled } from 'node:timers/promises';
import { createContext, runInContext } from 'node:vm';
import { LANGUAGES } from '@common-ground/contract';

const PAGE = readFileSync('apps/web/src/index.html', 'utf8');
const SCRIPT = /<script>(?<script>.*?)<\/script>/su.exec(PAGE)?.groups?.['script'] ?? '';
const WORDS = ['/i18n/en/platform.json', '/i18n/en/homework.json', '/i18n/en/privacy.json'];
const LISTS = ['/api/homework', '/api/me/consent-requests', '/api/me/family-sessions'];

interface Opened {
  readonly path?: string;
  readonly me?: { readonly person: { readonly language: string }; readonly roles: readonly string[] } | null;
  readonly chosen?: string | null;
  readonly tags?: readonly string[];
}

/** For what flavours of a language a day was written ahead. */
const written: string[] = [];
const Intl = {
  DateTimeFormat: class {
    constructor(locale: string) {
      written.push(locale);
    }
    format(): void {}
  },
};

/** All that a browser asks for that opens the page there; `me` is null for nobody, and absent without a connection. */
async function askedBy({
  path = '/me',
  me,
  chosen = null,
  tags = ['en-US', 'es'],
}: Opened): Promise<string[]> {
  const asked: string[] = [];
  const fetch = async (address: string): Promise<object> => {
    asked.push(address);
    if (me === undefined) throw new TypeError('Failed to fetch');
    const answer = { ok: me !== null, json: async () => me };
    return { ...answer, clone: () => answer };
  };
  const context = {
    ...{ fetch, Intl, AbortController, location: { pathname: path }, navigator: { languages: tags } },
    localStorage: { getItem: (name: string) => (name === 'cg.language' ? chosen : null) },
  };
  runInContext(SCRIPT, createContext({ ...context, window: context }));
  await settled();
  return asked;
}

const member = (language = 'en', roles = ['member']) => ({ person: { language }, roles });

describe('what the page asks for before the app is there', () => {
  beforeEach(() => {
    written.length = 0;
  });

  it('is who is here, then the words and the lists of a family’s first page', async () => {
    expect(await askedBy({ me: member() })).toEqual(['/api/me', ...WORDS, ...LISTS]);
    expect(await askedBy({ me: member('en', ['client']) })).toEqual(['/api/me', ...WORDS, ...LISTS]);
  });

  it('is nobody’s homework: neither without somebody who is here, nor without a connection, nor for staff', async () => {
    expect(await askedBy({ me: null })).toEqual(['/api/me', ...WORDS]);
    expect(await askedBy({})).toEqual(['/api/me', ...WORDS]);
    expect(await askedBy({ me: member('en', ['therapist']) })).toEqual(['/api/me', ...WORDS]);
    expect(await askedBy({ me: member('en', []) })).toEqual(['/api/me', ...WORDS]);
  });

  it('leaves time to write a first day, in the language it will be written in', async () => {
    await askedBy({ me: member('es'), tags: ['en-US', 'es-MX'] });
    await askedBy({ me: member('es'), tags: ['en-US'] });
    await askedBy({ me: null });
    expect(written).toEqual(['es-MX', 'es']);
  });

  it('is who is here and the words of every page, elsewhere', async () => {
    expect(await askedBy({ path: '/me/tasks/1', me: member() })).toEqual([
      '/api/me',
      '/i18n/en/platform.json',
    ]);
  });

  it.each([
    ['chosen on this device', { me: member('en'), chosen: 'es' }, 'es'],
    ['of whoever is here', { me: member('es') }, 'es'],
    ['of the browser', { me: null, tags: ['fr-FR', 'es-MX', 'en'] }, 'es'],
    ['of nobody we know', { me: null, chosen: 'xx', tags: ['fr'] }, 'en'],
  ])('asks in the language %s', async (_of, opened, language) => {
    expect((await askedBy({ path: '/', ...opened }))[1]).toBe(`/i18n/${language}/platform.json`);
  });

  it.each(LANGUAGES)('knows %s', async (language) => {
    expect((await askedBy({ path: '/', me: member(language) }))[1]).toBe(`/i18n/${language}/platform.json`);
  });
});
