import { readFileSync } from 'node:fs';
import { setImmediate as settled } from 'node:timers/promises';
import { createContext, runInContext } from 'node:vm';
import { LANGUAGES } from '@common-ground/contract';

const PAGE = readFileSync('apps/web/src/index.html', 'utf8');
const FIRST_DAY = readFileSync('apps/web/public/i18n/first-day.js', 'utf8');
const SCRIPT = /<script>(?<script>.*?)<\/script>/su.exec(PAGE)?.groups?.['script'] ?? '';
const WORDS = ['/i18n/en/platform.json', '/i18n/en/homework.json', '/i18n/en/privacy.json'];

interface Opened {
  readonly path?: string;
  readonly chosen?: string | null;
  /** A device that lets nothing be kept. */
  readonly keeps?: boolean;
  readonly tags?: readonly string[];
  readonly onLine?: boolean;
}

/** For what flavours of a language a day was written ahead, and by what. */
const written: string[] = [];
class Worker {
  constructor(private readonly file: string) {}

  postMessage(locale: string): void {
    written.push(`${this.file} ${locale}`);
  }
}

/** All that a browser asks for that opens the page there. */
async function askedBy({
  path = '/me',
  chosen = null,
  keeps = true,
  tags = ['en-US', 'es'],
  onLine = true,
}: Opened = {}): Promise<string[]> {
  const asked: string[] = [];
  const context = {
    ...{ Worker, Map, AbortController },
    ...{ location: { pathname: path }, navigator: { languages: tags, onLine } },
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

  it('has a first day written beside the page, in the flavour it will be written in, and where there is a line', async () => {
    await askedBy({ chosen: 'es', tags: ['en-US', 'es-MX'] });
    await askedBy({ chosen: 'es', tags: ['en-US'] });
    await askedBy({ onLine: false });
    expect(written).toEqual(['/i18n/first-day.js es-MX', '/i18n/first-day.js es']);
  });

  it('leaves the day to nobody: who writes it ends, and keeps nothing', () => {
    const days: string[] = [];
    let [hear, ended]: [(event: object) => void, number] = [() => undefined, 0];
    const self = {
      addEventListener: (_name: string, listener: (event: object) => void) => (hear = listener),
      close: () => (ended += 1),
    };
    class DateTimeFormat {
      constructor(private readonly locale: string) {}
      format(): void {
        days.push(this.locale);
      }
    }
    runInContext(FIRST_DAY, createContext({ self, Intl: { DateTimeFormat } }));
    expect([days, ended]).toEqual([[], 0]);
    hear({ data: 'es-MX' });
    expect([days, ended]).toEqual([['es-MX'], 1]);
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
