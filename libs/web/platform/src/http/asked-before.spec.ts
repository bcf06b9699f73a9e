import { askedBefore } from './asked-before';
import type { Fetched } from './fetch';
import { WhoseTurn } from './whose-turn';

const LIST = '/api/homework';

describe('what the page asked for before the app was there', () => {
  let turns: WhoseTurn;
  let stop: AbortController;
  let take: ReturnType<typeof askedBefore>;
  const answer = Promise.resolve({ ok: true } as Fetched);

  beforeEach(() => {
    turns = new WhoseTurn();
    stop = new AbortController();
    take = askedBefore({ askedBefore: new Map([[LIST, { answer, stop }]]) }, turns);
    // The first question who is here.
    turns.next();
  });
  afterEach(() => jest.restoreAllMocks());

  it('is taken up once by whoever asks for it, and asked for anew after that', async () => {
    await expect(take(LIST)).resolves.toEqual({ ok: true });
    expect(take(LIST)).toBeNull();
    expect(stop.signal.aborted).toBe(false);
  });

  it('answers nothing else: no other address, and nobody who changes something', () => {
    expect(take('/api/homework?cursor=2')).toBeNull();
    expect(take(LIST, { method: 'POST' })).toBeNull();
    expect(take(LIST, { method: 'GET' })).toBe(answer);
  });

  it('is dropped when somebody signs in, leaves, or it is asked anew who is here: it may be another’s', () => {
    turns.next();
    expect(take('/api/me')).toBeNull();
    expect(stop.signal.aborted).toBe(true);
    expect(take(LIST)).toBeNull();
  });

  it('is dropped when it may be out of date', () => {
    jest.spyOn(performance, 'now').mockReturnValue(20_001);
    expect(take(LIST)).toBeNull();
    expect(stop.signal.aborted).toBe(true);
  });

  it.each(['before', 'after'])('is stopped with whoever leaves %s taking it up', (when) => {
    const leaving = new AbortController();
    if (when === 'before') leaving.abort();
    expect(take(LIST, { signal: leaving.signal })).toBe(answer);
    leaving.abort();
    expect(stop.signal.aborted).toBe(true);
  });

  it('is nothing where the page asked for nothing', () => {
    expect(askedBefore({}, turns)(LIST)).toBeNull();
  });
});
