import { takingUp } from './asked-before';
import type { Fetched } from './fetch';

const WORDS = '/i18n/en/platform.json';

/** An app whose page asked for the words before, and got this. */
function opened(
  answer: Promise<object>,
  stop = new AbortController(),
): { ask: ReturnType<typeof takingUp>; asked: string[] } {
  const asked: string[] = [];
  const ask = takingUp({ askedBefore: new Map([[WORDS, { answer, stop }]]) }, (address, how) => {
    asked.push(address);
    if (how?.signal?.aborted) return Promise.reject(new Error('Given up.'));
    return Promise.resolve({ ok: true, status: 200 } as Fetched);
  });
  return { ask, asked };
}

describe('what the page asked for before the app was there', () => {
  it('are taken up once, and asked for anew after that', async () => {
    const words = { ok: true, early: true };
    const { ask, asked } = opened(Promise.resolve(words));
    expect(await ask(WORDS)).toBe(words);
    expect(asked).toEqual([]);
    expect(await ask(WORDS)).not.toBe(words);
    expect(asked).toEqual([WORDS]);
  });

  it('answer nothing else: no other address, and nobody who changes something', async () => {
    const { ask, asked } = opened(Promise.resolve({ ok: true }));
    await ask('/api/me');
    await ask(WORDS, { method: 'POST' });
    expect(asked).toEqual(['/api/me', WORDS]);
  });

  it.each([
    ['came to nothing', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['were refused', () => Promise.resolve({ ok: false, status: 503 })],
  ])('are asked for anew where they %s', async (_how, before) => {
    const { ask, asked } = opened(before());
    expect((await ask(WORDS)).status).toBe(200);
    expect(asked).toEqual([WORDS]);
  });

  it('tell that nobody is here, and are not asked for anew for that', async () => {
    const nobody = { ok: false, status: 401 };
    const { ask, asked } = opened(Promise.resolve(nobody));
    expect(await ask(WORDS)).toBe(nobody);
    expect(asked).toEqual([]);
  });

  it('are asked for anew where the page gave them up after they were taken up', async () => {
    const stop = new AbortController();
    const givenUp = new Promise<object>((_come, fail) => {
      stop.signal.addEventListener('abort', () => fail(new Error('Aborted.')));
    });
    const { ask, asked } = opened(givenUp, stop);
    const asking = ask(WORDS);
    stop.abort();
    expect((await asking).status).toBe(200);
    expect(asked).toEqual([WORDS]);
  });

  it.each(['before', 'after'])(
    'are given up %s they were taken up, as a line that hangs is',
    async (when) => {
      const stop = new AbortController();
      const hangs = new Promise<object>((_come, fail) => {
        stop.signal.addEventListener('abort', () => fail(new Error('Aborted.')));
      });
      const { ask } = opened(hangs, stop);
      const patience = new AbortController();
      if (when === 'before') patience.abort();
      const asking = ask(WORDS, { signal: patience.signal });
      patience.abort();
      await expect(asking).rejects.toThrow('Given up.');
    },
  );

  it('are asked for as ever where the page asked for nothing', async () => {
    const ask = takingUp({}, () => Promise.resolve({ ok: true, status: 200 } as Fetched));
    expect((await ask(WORDS)).status).toBe(200);
  });
});
