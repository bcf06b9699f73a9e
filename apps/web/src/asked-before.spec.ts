import { readFileSync } from 'node:fs';
import { setImmediate as settled } from 'node:timers/promises';
import { createContext, runInContext } from 'node:vm';
import { LANGUAGES } from '@common-ground/contract';

const PAGE = readFileSync('apps/web/src/index.html', 'utf8');
const SCRIPT = /<script>(?<script>.*?)<\/script>/su.exec(PAGE)?.groups?.['script'] ?? '';
const WORDS = ['/i18n/en/platform.json', '/i18n/en/homework.json', '/i18n/en/privacy.json'];

interface Opened {
  readonly path?: string;
  readonly chosen?: string | null;
  /** A device that lets nothing be kept. */
  readonly keeps?: boolean;
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

/** All that a browser asks for that opens the page there. */
async function askedBy({
  path = '/me',
  chosen = null,
  keeps = true,
  tags = ['en-US', 'es'],
}: Opened = {}): Promise<string[]> {
  const asked: string[] = [];
  const context = {
    ...{ Intl, Map, AbortController, setTimeout: (work: () => void) => void settled().then(work) },
    ...{ location: { pathname: path }, navigator: { languages: tags } },
    fetch: (address: string) => {
      asked.push(address);
      return Promise.reject(new TypeError('Failed to fetch'));
    },
    localStorage: {
      getItem: (name: string) => {
        if (!keeps) throw new Error('Denied.');
        return name === 'cg.language' ? chosen : null;
      },
    },
  };
  runInContext(SCRIPT, createContext({ ...context, window: context }));
  await settled();
  await settled();
  return asked;
}

describe('what the page asks for before the app is there', () => {
  beforeEach(() => {
    written.length = 0;
  });

  it('is the words of a family’s first page, and nothing that is somebody’s', async () => {
    expect(await askedBy()).toEqual(WORDS);
    expect(SCRIPT).not.toContain('/api/');
  });

  it('is the words of every page, elsewhere', async () => {
    expect(await askedBy({ path: '/me/tasks/1' })).toEqual(['/i18n/en/platform.json']);
    expect(written).toEqual([]);
  });

  it('leaves time to write a first day, in the flavour it will be written in', async () => {
    await askedBy({ chosen: 'es', tags: ['en-US', 'es-MX'] });
    await askedBy({ chosen: 'es', tags: ['en-US'] });
    expect(written).toEqual(['es-MX', 'es']);
  });

  it.each([
    ['chosen on this device', { chosen: 'es' }, 'es'],
    ['of the browser', { tags: ['fr-FR', 'es-MX', 'en'] }, 'es'],
    ['of the browser, where the device keeps nothing', { keeps: false, tags: ['es-ES'] }, 'es'],
    ['of nobody we know', { chosen: 'xx', tags: ['fr'] }, 'en'],
  ])('asks in the language %s', async (_of, opened, language) => {
    expect((await askedBy({ path: '/', ...opened }))[0]).toBe(`/i18n/${language}/platform.json`);
  });

  it.each(LANGUAGES)('knows %s', async (language) => {
    expect((await askedBy({ path: '/', chosen: language }))[0]).toBe(`/i18n/${language}/platform.json`);
  });
});
