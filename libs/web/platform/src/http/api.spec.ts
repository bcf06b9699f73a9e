import { TestBed } from '@angular/core/testing';
import type { PersonId } from '@common-ground/contract';
import { waitFor } from '@testing-library/dom';
import { KeptCopies } from '../offline/kept-copies';
import { Session } from '../session/session';
import { StepUp } from '../session/step-up';
import { Api } from './api';
import { type Asked, SpecServer, specServer } from './server-for-specs';
import { WhoseTurn } from './whose-turn';

/** The browser in memory knows files, but only the older way of reading them. */
function read(file: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(file);
  });
}

describe('the client', () => {
  let server: SpecServer;
  let api: Api;
  const end = jest.fn();
  const lineIsBack = jest.fn();
  const showsKept = jest.fn();
  const person = jest.fn((): { id: string } | null => null);
  const copy = jest.fn(async () => ({ body: 'kept', revision: '' }));

  beforeEach(() => {
    end.mockClear();
    lineIsBack.mockClear();
    showsKept.mockClear();
    const session = { end, lineIsBack, showsKept, person };
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        { provide: Session, useValue: session },
        { provide: KeptCopies, useValue: { copy, keep: async () => undefined } },
      ],
    });
    server = TestBed.inject(SpecServer);
    api = TestBed.inject(Api);
  });
  afterEach(() => jest.useRealTimers());

  it('sends what it is given, and gives back what was answered with its revision', async () => {
    const saved = api.put('a/1', { words: 'ñ' }, { revision: 4, key: 'once', keepalive: true });
    const asked = server.expectOne({ method: 'PUT', url: '/api/a/1' });
    const { body, keepalive, headers } = asked.request;
    expect([body, keepalive]).toEqual([{ words: 'ñ' }, true]);
    expect(['content-type', 'if-match', 'idempotency-key'].map((name) => headers.get(name))).toEqual([
      'application/json',
      '"4"',
      'once',
    ]);
    asked.flush({ words: 'ñ' }, { headers: { ETag: 'W/"5"' } });
    await expect(saved).resolves.toEqual({ body: { words: 'ñ' }, revision: '5' });
    expect(lineIsBack).toHaveBeenCalledTimes(1);
  });

  describe('says for whom it asks', () => {
    beforeEach(() => person.mockReturnValue({ id: 'rosa' }));
    afterEach(() => person.mockReturnValue(null));

    it.each([
      ['whoever this page knows to be here', {}, 'rosa'],
      ['whoever wrote what is sent', { inNameOf: 'leo' as PersonId }, 'leo'],
      ['nobody, where it is all the same', { inNameOf: null }, null],
    ])('%s', async (_who, asking, meant) => {
      const asked = api.get('a', asking);
      const sent = server.expectOne('/api/a');
      expect(sent.request.headers.get('for-person')).toBe(meant);
      sent.flush([]);
      await asked;
    });

    it('the same person once more after they have shown who they are', async () => {
      const asked = api.post('a');
      server.expectOne('/api/a').flush({ status: 403, code: 'step-up-needed' }, { status: 403 });
      await waitFor(() => expect(TestBed.inject(StepUp).isAsked()).toBe(true));
      person.mockReturnValue({ id: 'leo' });
      TestBed.inject(StepUp).answer(true);
      const again = await waitFor(() => server.expectOne('/api/a'));
      expect(again.request.headers.get('for-person')).toBe('rosa');
      again.flush(null, { status: 204 });
      await asked;
    });

    it('and tells the session where somebody else is signed in, unless it was for one who was here before', async () => {
      const refused = { status: 401, code: 'somebody-else-signed-in' };
      for (const [asking, ends] of [
        [{ inNameOf: 'leo' as PersonId }, 0],
        [{}, 1],
      ] as const) {
        const asked = api.get('a', asking);
        server.expectOne('/api/a').flush(refused, { status: 401 });
        await expect(asked).rejects.toMatchObject({ isSignedOut: true, isOfAnother: true });
        expect(end).toHaveBeenCalledTimes(ends);
      }
    });
  });

  it('says what kind of body it sends only where there is one, and is content with an empty answer', async () => {
    const gone = api.delete('a/1');
    const asked = server.expectOne({ method: 'DELETE', url: '/api/a/1' });
    expect([asked.request.body, asked.request.headers.get('content-type')]).toEqual([null, null]);
    asked.flush(null, { status: 204 });
    await expect(gone).resolves.toEqual({ body: null, revision: '' });
  });

  it('writes what is asked for into the address, and leaves out what is not', async () => {
    const found = api.get('a', { query: { q: 'Ünne & co+1', limit: 5, mine: false, cursor: undefined } });
    server.expectOne('/api/a?q=%C3%9Cnne%20%26%20co%2B1&limit=5&mine=false').flush([]);
    await expect(found).resolves.toMatchObject({ body: [] });
  });

  describe('says why it did not work', () => {
    const refusals: readonly [string, (asked: Asked) => void, object][] = [
      ['a line that breaks', (asked) => asked.breakOff(), { status: 0, code: 'offline' }],
      [
        'a line that breaks in the middle of an answer',
        (asked) => asked.breakOff('in the middle'),
        { status: 0, code: 'offline' },
      ],
      [
        'a refusal in the words of the API',
        (asked) =>
          asked.flush({ status: 412, code: 'revision-stale', reference: 'r-1', current: 1 }, { status: 412 }),
        { status: 412, code: 'revision-stale', reference: 'r-1', details: { current: 1 } },
      ],
      [
        'a refusal by something in between',
        (asked) => asked.flush('<html>', { status: 413 }),
        { status: 413, code: 'too-large' },
      ],
      [
        'a server that is away',
        (asked) => asked.flush('<html>', { status: 502 }),
        { status: 502, code: 'offline' },
      ],
      [
        'a page where an answer should be',
        (asked) => asked.flush('<html>'),
        { status: 200, code: 'unexpected' },
      ],
    ];
    it.each(refusals)('%s', async (_why, answer, problem) => {
      const asked = api.put('a/1', {});
      answer(server.expectOne('/api/a/1'));
      await expect(asked).rejects.toMatchObject({ name: 'Problem', ...problem });
      expect([end.mock.calls.length, lineIsBack.mock.calls.length]).toEqual([0, 0]);
    });
  });

  it('stops asking when whoever asked has left, also before it began', async () => {
    const leaving = new AbortController();
    const asked = api.get('a', { signal: leaving.signal });
    const waiting = server.expectOne('/api/a');
    expect(waiting.isStopped).toBe(false);
    leaving.abort();
    expect(waiting.isStopped).toBe(true);
    await expect(asked).rejects.toMatchObject({ code: 'offline' });
    const late = api.get('b', { signal: leaving.signal });
    expect(server.expectOne('/api/b').isStopped).toBe(true);
    await expect(late).rejects.toMatchObject({ code: 'offline' });
  });

  it('takes no copy, and says nothing about the line, for whoever has left', async () => {
    const leaving = new AbortController();
    const asked = api.get('a', { isKept: true, signal: leaving.signal });
    server.expectOne('/api/a');
    leaving.abort();
    await expect(asked).rejects.toMatchObject({ code: 'offline' });
    expect(showsKept).not.toHaveBeenCalled();
    const broken = api.get('a', { isKept: true });
    server.expectOne('/api/a').breakOff();
    await expect(broken).resolves.toMatchObject({ body: 'kept', isFromDevice: true });
    expect(showsKept).toHaveBeenCalledTimes(1);
  });

  it('sends once more, as one of the others, what the browser does not let outlive its page', async () => {
    const saved = api.put('a/1', { words: 'ñ' }, { key: 'once', keepalive: true });
    server.expectOne('/api/a/1').breakOff();
    const again = await waitFor(() => server.expectOne('/api/a/1'));
    expect([again.request.keepalive, again.request.headers.get('idempotency-key')]).toEqual([false, 'once']);
    again.breakOff();
    await expect(saved).rejects.toMatchObject({ code: 'offline' });
    server.verify();
  });

  it('writes half of a pair into an address as what it is: no letter', async () => {
    const found = api.get('a', { query: { q: 'x\ud83d' } });
    server.expectOne('/api/a?q=x%EF%BF%BD').flush([]);
    await expect(found).resolves.toMatchObject({ body: [] });
  });

  it('takes what cannot be sent at all for no broken line', async () => {
    const round: { self?: object } = {};
    round.self = round;
    await expect(api.post('a', round)).rejects.toMatchObject({ name: 'Problem', code: 'unexpected' });
    server.verify();
  });

  describe('that was asked ahead', () => {
    const url = '/api/homework';

    it('gives the answer to whoever asks next, once', async () => {
      api.askAhead('homework');
      const asked = server.expectOne({ method: 'GET', url });
      const taken = api.get('homework', { query: { cursor: undefined } });
      server.expectNone({ method: 'GET', url });
      asked.flush(['a piece']);
      await expect(taken).resolves.toMatchObject({ body: ['a piece'] });

      const anew = api.get('homework');
      server.expectOne({ method: 'GET', url }).flush(['another']);
      await expect(anew).resolves.toMatchObject({ body: ['another'] });
    });

    it('gives nobody what was asked for before they came', async () => {
      api.askAhead('homework');
      server.expectOne({ method: 'GET', url }).flush(['somebody else’s']);
      TestBed.inject(WhoseTurn).next();
      const own = api.get('homework');
      server.expectOne({ method: 'GET', url }).flush(['their own']);
      await expect(own).resolves.toMatchObject({ body: ['their own'] });
    });

    it('asks anew where nobody took it up for long', async () => {
      const now = jest.spyOn(performance, 'now').mockReturnValue(0);
      api.askAhead('homework');
      server.expectOne({ method: 'GET', url }).flush(['old']);
      now.mockReturnValue(10_000);
      const anew = api.get('homework');
      now.mockRestore();
      server.expectOne({ method: 'GET', url }).flush(['new']);
      await expect(anew).resolves.toMatchObject({ body: ['new'] });
    });

    it('asks once more where it was refused since nobody, or somebody else, is here: then the session is told', async () => {
      api.askAhead('homework', { inNameOf: 'rosa' as PersonId });
      const early = server.expectOne({ method: 'GET', url });
      const taken = expect(api.get('homework')).rejects.toMatchObject({ status: 401 });
      early.flush({ code: 'somebody-else-signed-in' }, { status: 401 });
      await new Promise((resolve) => setTimeout(resolve));
      end.mockClear();
      server.expectOne({ method: 'GET', url }).flush({ code: 'not-signed-in' }, { status: 401 });
      await taken;
      expect(end).toHaveBeenCalledTimes(1);
    });

    it('asks anew where it is asked ahead again, and says to whoever takes it why it did not come', async () => {
      api.askAhead('homework');
      server.expectOne({ method: 'GET', url }).flush(['old']);
      api.askAhead('homework');
      server.expectOne({ method: 'GET', url }).flush({ code: 'unexpected' }, { status: 500 });
      await expect(api.get('homework')).rejects.toMatchObject({ status: 500 });
    });
  });

  it('takes a line for broken on which nothing comes for twenty seconds', async () => {
    jest.useFakeTimers();
    const asked = api.get('a');
    const refused = expect(asked).rejects.toMatchObject({ code: 'offline' });
    const waiting = server.expectOne('/api/a');
    await jest.advanceTimersByTimeAsync(19_999);
    expect(waiting.isStopped).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(waiting.isStopped).toBe(true);
    await refused;
  });
});

describe('a file fetched through the client', () => {
  let server: SpecServer;
  let api: Api;
  const end = jest.fn();

  beforeEach(() => {
    end.mockClear();
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        {
          provide: Session,
          useValue: { end, lineIsBack: () => undefined, showsKept: () => undefined, person: () => null },
        },
      ],
    });
    server = TestBed.inject(SpecServer);
    api = TestBed.inject(Api);
  });

  function refuse(status: number, code: string): void {
    server.expectOne('/api/me/export').flush({ status, code, reference: 'r-1' }, { status });
  }

  it('arrives as it was sent', async () => {
    const asked = api.file('me/export');
    server.expectOne('/api/me/export').flush(new Blob(['words']));
    expect(await read(await asked)).toBe('words');
  });

  it('is made of what is sent along', async () => {
    const asked = api.fileOf('sessions/1/pdf', { parts: ['a'] });
    const made = server.expectOne({ method: 'POST', url: '/api/sessions/1/pdf' });
    expect(made.request.body).toEqual({ parts: ['a'] });
    made.flush(new Blob(['pages']));
    expect(await read(await asked)).toBe('pages');
  });

  it('says why it does not come, and that the session is over', async () => {
    const asked = api.file('me/export');
    refuse(401, 'not-signed-in');
    await expect(asked).rejects.toMatchObject({ code: 'not-signed-in', reference: 'r-1' });
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('comes after all once somebody has shown again who they are', async () => {
    const asked = api.file('me/export');
    refuse(403, 'step-up-needed');
    const stepUp = TestBed.inject(StepUp);
    // How many turns of the page lie between a refusal, the question and the second request is nobody's business.
    await waitFor(() => expect(stepUp.isAsked()).toBe(true));
    stepUp.answer(true);
    const again = await waitFor(() => server.expectOne('/api/me/export'));
    again.flush(new Blob(['words']));
    expect(await read(await asked)).toBe('words');
  });

  it('is a plain problem when something else than the API answered', async () => {
    const asked = api.file('me/export');
    server.expectOne('/api/me/export').flush('<html>', { status: 502 });
    await expect(asked).rejects.toMatchObject({ code: 'offline' });
  });
});
