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
  /** Somebody left without a line. */
  readonly isLeaving?: boolean;
}

/** For what flavours of a language a day was written ahead, and by what. */
const written: string[] = [];
class Worker {
  constructor(private readonly file: string) {}

  postMessage(locale: string): void {
    written.push(`${this.file} ${locale}`);
  }
}

/** What another window says, to whoever listens. */
let otherWindow: () => void;
class BroadcastChannel {
  isClosed = false;

  constructor(readonly name: string) {}

  set onmessage(hear: () => void) {
    otherWindow = () => this.isClosed || hear();
  }

  close(): void {
    this.isClosed = true;
  }
}

interface Answer {
  readonly text: () => Promise<string>;
}

interface Page {
  readonly asked: string[];
  readonly letters: string[];
  readonly before: Map<string, { readonly answer: Promise<Answer>; readonly stop: AbortController }>;
  /** A script has come; six are named before the one that begins. */
  readonly comes: (script: object) => void;
  readonly scriptsAreHere: () => void;
}

const SCRIPTS = 5;

/** A browser that opens the page there. */
async function open({
  path = '/me',
  chosen = null,
  keeps = true,
  tags = ['en-US', 'es'],
  onLine = true,
  isLeaving = false,
}: Opened = {}): Promise<Page> {
  const [asked, letters]: [string[], string[]] = [[], []];
  let comes: (event: object) => void = () => undefined;
  const document = {
    addEventListener: (_name: string, listener: typeof comes) => (comes = listener),
    querySelectorAll: () => ({ length: SCRIPTS }),
    fonts: { load: async (letter: string) => void letters.push(letter) },
  };
  const context = {
    ...{ Worker, Map, Set, AbortController, BroadcastChannel, document },
    ...{ location: { pathname: path }, navigator: { languages: tags, onLine } },
    fetch: async (address: string, { signal }: { signal: AbortSignal }) => {
      asked.push(address);
      const text = (): Promise<string> =>
        new Promise((resolve, fail) => {
          if (signal.aborted) fail(new Error('Aborted.'));
          signal.addEventListener('abort', () => fail(new Error('Aborted.')));
          if (!address.startsWith('/api/')) resolve(address);
        });
      return { ok: true, status: 200, headers: {}, text };
    },
    localStorage: {
      getItem: (name: string) => {
        if (!keeps) throw new Error('Denied.');
        if (name === 'cg.leaving') return isLeaving ? '1' : null;
        return name === 'cg.language' ? chosen : null;
      },
    },
  };
  const window = { ...context } as unknown as { askedBefore: Page['before']; scriptsAreHere?: () => void };
  runInContext(SCRIPT, createContext({ ...context, window }));
  await settled();
  return {
    ...{ asked, letters, before: window.askedBefore },
    comes: (script) => comes({ target: script }),
    scriptsAreHere: () => window.scriptsAreHere?.(),
  };
}

const script = (): object => ({ rel: 'modulepreload' });

/** All that is asked for until the scripts are there. */
async function askedBy(opened: Opened = {}): Promise<string[]> {
  const { asked, comes } = await open(opened);
  for (let come = 0; come < SCRIPTS; come += 1) comes(script());
  return asked;
}

describe('what the page asks for before the app is there', () => {
  beforeEach(() => {
    written.length = 0;
  });

  it('is the words of a family’s first page, and nothing that is somebody’s', async () => {
    expect(await askedBy()).toEqual(WORDS);
  });

  it('is, of that page, nothing before only the last script is on its way, and then the letters too', async () => {
    const { asked, letters, comes } = await open();
    const one = script();
    for (const come of [one, one, one, one, { rel: 'stylesheet' }, script(), script()]) comes(come);
    expect([asked, letters]).toEqual([[], []]);
    comes(script());
    expect(asked).toEqual(WORDS);
    expect(letters).toEqual(["400 1em 'Atkinson Hyperlegible'", "700 1em 'Atkinson Hyperlegible'"]);
    comes(script());
    expect(asked).toEqual(WORDS);
  });

  it('is who is here once all scripts have come, whether or not it was told of each', async () => {
    const { asked, letters, scriptsAreHere } = await open();
    scriptsAreHere();
    expect(asked).toEqual([...WORDS, '/api/me']);
    expect(letters).toHaveLength(2);
    // A further script begins with the same words.
    scriptsAreHere();
    expect(asked).toHaveLength(4);
  });

  it('is not who is here where somebody left and the server is still to be told', async () => {
    const { asked, scriptsAreHere } = await open({ isLeaving: true });
    scriptsAreHere();
    expect(asked).toEqual(WORDS);
  });

  it('is given up where another window says that somebody else is here, and words are not', async () => {
    const { before, scriptsAreHere } = await open();
    scriptsAreHere();
    otherWindow();
    await expect(before.get('/api/me')?.answer).rejects.toThrow('Aborted.');
    await expect((await before.get(WORDS[0] ?? '')?.answer)?.text()).resolves.toBe(WORDS[0]);
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
