import {
  FEW_CONNECTIONS,
  asStranger,
  startApi,
  type ApiClient,
  type Answer as Reply,
  type RunningApi,
} from '@common-ground/testing';
import { Client } from 'pg';
import { done, everybody, familyNamed, memberIn, type Cast } from './acts';
import { plantCanaries } from './canaries';
import { INVENTORY, OPEN_ROUTES, type Ask } from './inventory';
import { printedText } from './paper';
import { routesIn, SAYING_ITS_ROUTES } from './routes';
import { READERS, type Reader, type Secrets } from './secrets';
import { strangersTo, type World } from './world';

const NOBODY_KNOWS = '00000000-0000-7000-8000-000000000000';

/**
 * Once with every wall, and once with the rows themselves open to everybody: then the program's own judgement has to
 * hold alone, as row-security.sql.spec.ts shows that the rows do without the program.
 */
describe.each([
  ['', false],
  [', with row-level security switched off', true],
])('every route, asked by everybody%s', (_walls, rowsAreOpen) => {
  let api: RunningApi;
  let cast: Cast;
  let secrets: Secrets;
  let world: World;
  let readers: Record<Reader, ApiClient>;
  let owner: Client;

  beforeAll(async () => {
    api = await startApi({ env: { ...SAYING_ITS_ROUTES, ...FEW_CONNECTIONS } });
    cast = await everybody(api);
    readers = { ...cast, stranger: asStranger(api) };
    ({ secrets, world } = await plantCanaries(cast));
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    if (rowsAreOpen) await openAllRows();
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const everyAsk = (): { route: string; ask: Ask }[] =>
    Object.entries(INVENTORY).flatMap(([route, asks]) => asks(world).map((ask) => ({ route, ask })));
  const ask = (who: Reader, { method, path, body, headers }: Ask): Promise<Reply<unknown>> =>
    readers[who].raw(method, path, body === undefined ? undefined : JSON.stringify(body), {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    });
  const mayChange = (who: Reader, { may }: Ask): boolean =>
    (may as readonly Reader[] | undefined)?.includes(who) ?? false;

  /** Sends one person's part of the matrix, one request after the other, and answers what they were ever sent. */
  async function sweep(
    who: Reader,
    asks: readonly Ask[],
    each: (asked: Ask, reply: Reply<unknown>) => void,
  ): Promise<Set<string>> {
    const read = new Set<string>();
    for (const asked of asks) {
      const reply = await ask(who, asked);
      each(asked, reply);
      for (const what of secrets.in(everyByteOf(reply))) read.add(what);
      for (const page of await laterPages(who, asked, reply)) {
        for (const what of secrets.in(everyByteOf(page))) read.add(what);
      }
    }
    return read;
  }

  async function laterPages(who: Reader, { path }: Ask, first: Reply<unknown>): Promise<Reply<unknown>[]> {
    const pages: Reply<unknown>[] = [];
    let next = cursorOf(first);
    while (next !== null && pages.length < 100) {
      const page = await readers[who].get(`${path}&cursor=${encodeURIComponent(next)}`);
      pages.push(page);
      next = cursorOf(page);
    }
    return pages;
  }

  it('no route is missing from the list, and none on it is gone', () => {
    // What is left out is the web app: its files, and its page for every path that is not the API's.
    const found = routesIn(api.log()).filter((route) => /^[A-Z]+ \/(?:api|health)\b/u.test(route));
    expect(found).toEqual(Object.keys(INVENTORY).sort());
  });

  it('everybody reads exactly what is theirs, in any answer, header or paper, on any route', async () => {
    await theMatrixHolds();
  });

  it('nobody changes what is not theirs, and everybody is refused alike', async () => {
    const before = await fingerprint();
    const absent = await referenceOfNotFound();
    const wrong: string[] = [];
    await Promise.all(
      READERS.map(async (who) => {
        const others = everyAsk().filter(
          (entry) => entry.ask.may !== undefined && !mayChange(who, entry.ask),
        );
        for (const { route, ask: asked } of others) {
          const reply = await ask(who, asked);
          const expected = OPEN_ROUTES.includes(route) ? [204] : who === 'stranger' ? [401] : [403, 404];
          const flaws = [
            ...(expected.includes(reply.status) ? [] : ['is no refusal']),
            ...(isToldOf(who, asked, reply, absent) ? ['says that it is there'] : []),
            ...secrets.in(everyByteOf(reply)).map((what) => `says ${what}`),
          ];
          wrong.push(...flaws.map((flaw) => `${shown(who, asked, reply)} ${flaw}`));
        }
      }),
    );
    expect(wrong).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  it('a page of another origin changes nothing, whoever is signed in', async () => {
    const before = await fingerprint();
    const unsafe = everyAsk().filter((entry) => entry.ask.method !== 'GET');
    for (const { ask: asked } of unsafe) {
      for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }]) {
        const reply = await ask('therapist', { ...asked, headers: { ...asked.headers, ...headers } });
        expect([asked.path, reply.status]).toEqual([asked.path, 403]);
      }
    }
    expect(await fingerprint()).toEqual(before);
  });

  it('neither the log nor the audit repeats a word of anybody', async () => {
    expect(secrets.in(api.log())).toEqual([]);
    const { rows } = await owner.query<{ text: string }>('select a::text as text from audit a');
    expect(rows.length).toBeGreaterThan(50);
    expect(secrets.in(rows.map(({ text }) => text).join('\n'))).toEqual([]);
  });

  it('once consent, place or share is gone, so is every word behind it, at the next request', async () => {
    const torres = await familyNamed(cast.therapist, 'Torres family');
    const { items } = await done(
      cast.client.get<{ items: { id: string; to: { relation: string } }[] }>(
        `/api/families/${torres.id}/consents`,
      ),
    );
    for (const { id } of items.filter(({ to }) => to.relation === 'father')) {
      await done(cast.client.post(`/api/consents/${id}/revoke`));
    }
    secrets.close('father', 'a shared version', 'a note to the family');
    const brother = memberIn(torres, 'brother');
    await done(cast.therapist.post(`/api/families/${torres.id}/members/${brother}/pause`));
    secrets.close(
      'brother',
      'a shared version',
      'a note to the family',
      'where an hour is',
      'a ground rule',
      'what is done for entry-1',
      'the link of an hour',
    );
    for (const { id } of world.shares.filter(({ leads }) => leads.includes('therapist'))) {
      await done(cast.therapist.post(`/api/shares/${id}/revoke`));
    }
    secrets.close(
      'mother',
      'a shared version',
      'a note to the family',
      'a version for the mother',
      'a note to the mother',
      'what the client lets stand on the screen',
      'the line people are at',
      'the part of the mother',
    );
    secrets.close(
      'client',
      'a shared version',
      'a note to the family',
      'the mother’s answer for the client',
      'what the mother lets stand on the screen',
      'the line people are at',
      'the part of the client',
    );
    await theMatrixHolds(['client', 'mother', 'father', 'brother', 'therapist']);
  });

  async function theMatrixHolds(asking = READERS): Promise<void> {
    const absent = await referenceOfNotFound();
    const harmless = everyAsk().filter((entry) => entry.ask.may === undefined);
    const open = new Set(
      harmless.filter(({ route }) => OPEN_ROUTES.includes(route)).map((entry) => entry.ask.path),
    );
    const wrong: string[] = [];
    const found = await Promise.all(
      asking.map(async (who) => {
        const read = await sweep(
          who,
          harmless.map((entry) => entry.ask),
          (asked, reply) => {
            const flaws = [
              ...flawsOf(reply),
              ...(isToldOf(who, asked, reply, absent) ? ['says that it is there'] : []),
              ...(who === 'stranger' && !open.has(asked.path) && reply.status !== 401 ? ['lets in'] : []),
            ];
            wrong.push(...flaws.map((flaw) => `${shown(who, asked, reply)} ${flaw}`));
          },
        );
        return [who, [...read].sort()] as const;
      }),
    );
    expect(wrong).toEqual([]);
    const oracle = asking.map((who) => [who, secrets.of(who).sort()] as const);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(oracle));
  }

  /** Whether somebody learns from an answer that what does not exist for them is there. */
  function isToldOf(who: Reader, { path }: Ask, reply: Reply<unknown>, absent: string): boolean {
    return reply.status === 404
      ? comparable(reply) !== absent
      : (strangersTo(world, path) as readonly Reader[]).includes(who);
  }

  /** What the server says to a signed-in person about a thing that never was. */
  async function referenceOfNotFound(): Promise<string> {
    return comparable(await cast.therapist.get(`/api/documents/${NOBODY_KNOWS}`));
  }

  async function openAllRows(): Promise<void> {
    await owner.query(`do $$ declare found regclass; begin
      for found in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
        execute format('alter table %s disable row level security', found);
      end loop; end $$`);
  }

  /** Every row of every table, but for the traces that asking leaves. */
  async function fingerprint(): Promise<Record<string, string>> {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const prints: Record<string, string> = {};
    for (const { name } of rows.filter((table) => table.name !== 'audit' && table.name !== 'signed_in')) {
      const print = await owner.query<{ print: string }>(
        `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '' order by t::text), '')) as print from ${name} t`,
      );
      prints[name] = print.rows[0]?.print ?? '';
    }
    return prints;
  }
});

function everyByteOf(reply: Reply<unknown>): string {
  const isPaper = reply.headers.get('content-type') === 'application/pdf' && reply.status === 200;
  // A calendar breaks its long lines, also in the middle of a word.
  return `${isPaper ? printedText(reply.bytes) : reply.text.replaceAll('\r\n ', '')}\n${JSON.stringify([...reply.headers])}`;
}

function cursorOf({ body }: Reply<unknown>): string | null {
  return (body as { next?: string | null } | undefined)?.next ?? null;
}

/** An answer without what differs from second to second. */
function comparable({ status, text, headers }: Reply<unknown>): string {
  return JSON.stringify({ status, text, headers: [...headers].filter(([name]) => name !== 'date') });
}

function shown(who: Reader, { method, path }: Ask, { status }: Reply<unknown>): string {
  return `${who} ${method} ${path} ${status}`;
}

/** What an answer of the API does that none may, and lacks that each must have. */
function flawsOf({ status, headers }: Reply<unknown>): string[] {
  const demanded = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  };
  return [
    ...Object.entries(demanded)
      .filter(([name, value]) => headers.get(name) !== value)
      .map(([name]) => name),
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(headers.has('x-powered-by') || headers.has('server') ? ['says what it is made of'] : []),
    ...(status >= 400 && !/^application\/problem\+json/u.test(headers.get('content-type') ?? '')
      ? ['no problem details']
      : []),
  ];
}
