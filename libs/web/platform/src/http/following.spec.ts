import { signal, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '../session/session';
import { Api } from './api';
import { following, type Following } from './following';

/** A line of the browser in memory: it tells, breaks and is refused when a test says so. */
class Line extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: Line[] = [];
  readyState = 1;

  constructor(readonly url: string) {
    super();
    Line.all.push(this);
  }

  close(): void {
    this.readyState = Line.CLOSED;
  }

  say(event: string, data: unknown = null): void {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }

  /** A line that breaks comes again by itself; one that is refused does not. */
  fail(how: 'breaks' | 'refused'): void {
    this.readyState = how === 'refused' ? Line.CLOSED : 0;
    this.dispatchEvent(new Event('error'));
  }
}

describe('what is followed', () => {
  const get = jest.fn(() => Promise.resolve());
  const isSignedIn = signal(true);
  let path: WritableSignal<string | undefined>;
  let live: Following<{ place: number }>;
  let visibility: DocumentVisibilityState;
  const open = (): Line[] => Line.all.filter(({ readyState }) => readyState !== Line.CLOSED);
  const last = (): Line => Line.all.at(-1) as Line;
  const look = (how: DocumentVisibilityState): void => {
    visibility = how;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2027-02-02T16:00:00.000Z') });
    jest.spyOn(Math, 'random').mockReturnValue(1);
    Line.all.length = 0;
    visibility = 'visible';
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    Object.defineProperty(globalThis, 'EventSource', { configurable: true, value: Line });
    get.mockClear();
    isSignedIn.set(true);
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { get } },
        { provide: Session, useValue: { isSignedIn } },
      ],
    });
    path = signal<string | undefined>('hours/1/live');
    live = TestBed.runInInjectionContext(() => following<{ place: number }>(path, 'hour'));
    TestBed.tick();
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    Reflect.deleteProperty(globalThis, 'EventSource');
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('has no line while the session is over, and one again when the same person is back', () => {
    last().say('hour', { place: 1 });
    isSignedIn.set(false);
    TestBed.tick();
    look('hidden');
    look('visible');
    globalThis.dispatchEvent(new Event('online'));
    expect(open()).toEqual([]);
    expect(live.state()).toEqual({ place: 1 });
    isSignedIn.set(true);
    TestBed.tick();
    expect(open()).toHaveLength(1);
    expect(live.state()).toEqual({ place: 1 });
  });

  it('is the last state that was told, and when', () => {
    expect(last().url).toBe('/api/hours/1/live');
    expect(live.state()).toBeNull();
    last().say('hour', { place: 1 });
    const first = live.toldAt();
    jest.advanceTimersByTime(1_000);
    last().say('hour', { place: 2 });
    expect([live.state(), live.toldAt() - first]).toEqual([{ place: 2 }, 1_000]);
  });

  it('stays while the line is away, which is said only when it lasts, and since when', () => {
    last().say('hour', { place: 1 });
    last().fail('breaks');
    jest.advanceTimersByTime(2_900);
    expect(live.silentSince()).toBeNull();
    jest.advanceTimersByTime(200);
    expect(live.silentSince()).toBe('2027-02-02T16:00:00.000Z');
    expect(live.state()).toEqual({ place: 1 });
    expect(Line.all).toHaveLength(1);
    // The browser came back by itself and was told how things stand now.
    last().say('hour', { place: 3 });
    expect([live.silentSince(), live.state()]).toEqual([null, { place: 3 }]);
  });

  it('says nothing of a line that is back at once', () => {
    last().say('hour', { place: 1 });
    last().fail('breaks');
    jest.advanceTimersByTime(1_000);
    last().say('beat');
    jest.advanceTimersByTime(10_000);
    expect(live.silentSince()).toBeNull();
  });

  it('is asked for again after a refusal, later each time, and the session is asked for once', () => {
    const refused = (pause: number): void => {
      const { length } = Line.all;
      last().fail('refused');
      jest.advanceTimersByTime(pause - 1);
      expect(Line.all).toHaveLength(length);
      jest.advanceTimersByTime(1);
      expect(Line.all).toHaveLength(length + 1);
    };
    for (const pause of [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) refused(pause);
    expect([live.refusals(), get.mock.calls]).toEqual([6, [['me']]]);
    last().say('hour', { place: 1 });
    refused(2_000);
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('is asked for anew where nothing at all is heard, and not while the line beats', () => {
    last().say('hour', { place: 1 });
    jest.advanceTimersByTime(35_000);
    last().say('beat');
    jest.advanceTimersByTime(35_000);
    expect(Line.all).toHaveLength(1);
    jest.advanceTimersByTime(10_000);
    expect([Line.all.length, open().length]).toEqual([2, 1]);
  });

  it('rests while nobody looks, and is told anew when somebody does', () => {
    last().say('hour', { place: 1 });
    look('hidden');
    expect(open()).toHaveLength(0);
    jest.advanceTimersByTime(120_000);
    expect(open()).toHaveLength(0);
    look('visible');
    expect(open()).toHaveLength(1);
    last().say('hour', { place: 4 });
    expect(live.state()).toEqual({ place: 4 });
  });

  it('wakes up with the network, on one line', () => {
    const before = last();
    dispatchEvent(new Event('offline'));
    // What was still on its way on that line is not heard any more, so it does not say that there is one.
    expect(before.readyState).toBe(Line.CLOSED);
    last().fail('breaks');
    jest.advanceTimersByTime(3_000);
    expect(live.silentSince()).not.toBeNull();
    dispatchEvent(new Event('online'));
    expect([Line.all.length, open().length]).toEqual([3, 1]);
    last().say('hour', { place: 1 });
    expect(live.silentSince()).toBeNull();
  });

  it('ends with its path, and with its page', () => {
    last().say('hour', { place: 1 });
    path.set('hours/2/live');
    TestBed.tick();
    expect([live.state(), open().map(({ url }) => url)]).toEqual([null, ['/api/hours/2/live']]);
    path.set(undefined);
    TestBed.tick();
    expect(open()).toHaveLength(0);
    path.set('hours/3/live');
    TestBed.tick();
    last().fail('refused');
    TestBed.resetTestingModule();
    jest.advanceTimersByTime(60_000);
    dispatchEvent(new Event('online'));
    expect(open()).toHaveLength(0);
  });
});
