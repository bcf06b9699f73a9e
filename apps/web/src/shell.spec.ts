import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const ORIGIN = 'https://planning.example';
const SHELL = readFileSync('apps/web/public/shell.js', 'utf8');

type Handler = (event: object) => void;

/** As much of an answer as the script looks at; the browser of the specs has none. */
class FakeResponse {
  readonly ok: boolean;
  readonly status: number;

  constructor(
    private readonly body: string,
    { status = 200 } = {},
  ) {
    this.status = status;
    this.ok = status < 300;
  }
  async text(): Promise<string> {
    return this.body;
  }
  clone(): FakeResponse {
    return this;
  }
}

/** The browser around the script: its listeners, its sets of files, and a server that answers as it is told. */
class FakeBrowser {
  readonly sets = new Map<string, Map<string, FakeResponse>>();
  page: () => Promise<FakeResponse> = async () => new FakeResponse('<script src="main-NEWNEWNE.js">');
  /** What has been asked for, and what becomes of it. */
  readonly asked: string[] = [];
  file: (path: string) => Promise<void> = async () => undefined;
  private readonly handlers = new Map<string, Handler>();

  constructor() {
    const self = {
      addEventListener: (type: string, handler: Handler) => this.handlers.set(type, handler),
      location: { origin: ORIGIN },
    };
    const caches = {
      open: async (name: string) => this.opened(name),
      keys: async () => [...this.sets.keys()],
      delete: async (name: string) => this.sets.delete(name),
      match: async (path: string) =>
        [...this.sets.values()].map((set) => set.get(path)?.clone()).find((kept) => kept !== undefined),
    };
    const fetch = (): Promise<FakeResponse> => this.page();
    runInContext(SHELL, createContext({ self, caches, fetch, URL, setTimeout, clearTimeout }));
  }

  async tell(start: string, ...further: string[]): Promise<void> {
    let done: unknown;
    const data = { set: start, paths: ['/', start, ...further] };
    this.handlers.get('message')?.({ data, waitUntil: (waited: unknown) => (done = waited) });
    await done;
  }

  async navigate(): Promise<FakeResponse> {
    let answer: unknown;
    const request = { method: 'GET', mode: 'navigate', url: `${ORIGIN}/app` };
    this.handlers.get('fetch')?.({ request, respondWith: (given: unknown) => (answer = given) });
    return (await answer) as FakeResponse;
  }

  private opened(name: string): object {
    const set = this.sets.get(name) ?? new Map<string, FakeResponse>();
    this.sets.set(name, set);
    return {
      keys: async () => [...set.keys()].map((path) => ({ url: ORIGIN + path })),
      put: async (path: string, response: FakeResponse) => void set.set(path, response),
      add: async (path: string) => {
        this.asked.push(path);
        await this.file(path);
        set.set(path, new FakeResponse(path));
      },
    };
  }
}

describe('what keeps the app’s own files', () => {
  const NEW = '/main-NEWNEWNE.js';
  const OLD = '/main-OLDOLDOL.js';
  let browser: FakeBrowser;

  beforeEach(async () => {
    browser = new FakeBrowser();
    await browser.tell(NEW);
  });

  it('keeps the page together with what it starts with', async () => {
    const [set, ...others] = [...browser.sets];
    expect(others).toEqual([]);
    expect(set?.[0]).toBe(`cg-shell ${NEW}`);
    expect([...(set?.[1].keys() ?? [])]).toEqual(['/', NEW]);
    await expect(set?.[1].get('/')?.text()).resolves.toContain('main-NEWNEWNE.js');
  });

  it.each([
    ['a tab of an older version asks', OLD, async () => new FakeResponse('<script src="main-NEWNEWNE.js">')],
    ['the server is down', OLD, async () => new FakeResponse('main-OLDOLDOL.js', { status: 503 })],
    ['there is no connection', OLD, () => Promise.reject(new Error('offline'))],
  ])('keeps nothing new and deletes nothing when %s', async (_when, start, page) => {
    browser.page = page;
    await browser.tell(start);
    expect([...browser.sets.keys()]).toEqual([`cg-shell ${NEW}`]);
  });

  it('lets a newer version take the place of an older one', async () => {
    browser.page = async () => new FakeResponse('<script src="main-NEXTNEXT.js">');
    await browser.tell('/main-NEXTNEXT.js');
    expect([...browser.sets.keys()]).toEqual(['cg-shell /main-NEXTNEXT.js']);
  });

  it('lets a file that does not come, and one that is gone, take no other with it, and asks once', async () => {
    const files = Array.from({ length: 20 }, (_, at) => `/piece-${String(at).padStart(8, '0')}.js`);
    const [gone = '', hanging = ''] = [files[3], files[19]];
    browser.file = (path) => {
      if (path === hanging) return new Promise(() => undefined);
      return path === gone ? Promise.reject(new Error('gone')) : Promise.resolve();
    };
    browser.sets.set('cg-shell /main-OLDOLDOL.js', new Map());
    void browser.tell(NEW, ...files);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const kept = [...(browser.sets.get(`cg-shell ${NEW}`)?.keys() ?? [])];
    expect(kept.sort()).toEqual(['/', NEW, ...files].filter((one) => one !== gone && one !== hanging).sort());
    // The last one came last: it is what somebody looks at.
    expect(browser.asked.slice(1)[0]).toBe(hanging);

    await browser.tell(NEW, ...files);
    expect(browser.asked.filter((one) => one === hanging)).toEqual([hanging]);
    expect(browser.asked.filter((one) => one === gone)).toEqual([gone, gone]);
    // The new set is not whole yet.
    expect([...browser.sets.keys()]).toContain('cg-shell /main-OLDOLDOL.js');
  });

  it('leaves the older set where it is while the line breaks, and takes it away once all has come', async () => {
    browser.sets.set('cg-shell /main-OLDOLDOL.js', new Map());
    browser.file = () => Promise.reject(new TypeError('Failed to fetch'));
    await browser.tell(NEW, '/piece-00000001.js');
    expect([...browser.sets.keys()]).toContain('cg-shell /main-OLDOLDOL.js');
    browser.file = async () => undefined;
    await browser.tell(NEW, '/piece-00000001.js');
    expect([...browser.sets.keys()]).toEqual([`cg-shell ${NEW}`]);
  });

  it('answers with the kept page where the server cannot, and with the server’s where nothing is kept', async () => {
    browser.page = async () => new FakeResponse('down', { status: 502 });
    await expect((await browser.navigate()).text()).resolves.toContain('main-NEWNEWNE.js');
    browser.sets.clear();
    expect((await browser.navigate()).status).toBe(502);
  });
});
