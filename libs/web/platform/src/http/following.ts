import { DOCUMENT, DestroyRef, type Signal, effect, inject, signal, untracked } from '@angular/core';
import { Session } from '../session/session';
import { Api } from './api';

/** Longer than two beats of the server apart: the line is dead, whatever the browser thinks. */
const DEAD_AFTER = 40_000;
const LISTEN_EVERY = 5_000;
/** A line that breaks and comes back at once is not worth a word. */
const WORTH_SAYING = 3_000;
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;

export interface Following<State> {
  /** What was told last; null before anything was. */
  readonly state: Signal<State | null>;
  /** When that was told, on the clock of `performance`. */
  readonly toldAt: Signal<number>;
  /** The moment something was last heard, while nothing is heard any more; null while the line holds. */
  readonly silentSince: Signal<string | null>;
  /** How often the server refused to tell: whoever shows the state finds out why. */
  readonly refusals: Signal<number>;
}

/**
 * Follows a stream of the server (`me/family-sessions/1/live`) while the page is looked at: the present state, and each
 * later one. A line that was lost or put away comes back by itself and is told how things stand; in between, the last
 * state stays. Without a path nothing is followed, nor while the session is over: a line that is opened again is one of
 * whoever is signed in in this browser then.
 */
export function following<State>(path: () => string | undefined, event: string): Following<State> {
  const page = inject(DOCUMENT);
  const api = inject(Api);
  const session = inject(Session);
  const state = signal<State | null>(null);
  const toldAt = signal(0);
  const silentSince = signal<string | null>(null);
  const refusals = signal(0);
  let followed: string | undefined;
  let line: EventSource | null = null;
  let heardAt = 0;
  let heardOn = new Date().toISOString();
  let failures = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const heard = (): void => {
    clearTimeout(silence);
    silence = undefined;
    failures = 0;
    heardAt = performance.now();
    heardOn = new Date().toISOString();
    silentSince.set(null);
  };
  const missed = (): void => {
    silence ??= setTimeout(() => silentSince.set(heardOn), WORTH_SAYING);
  };
  const close = (): void => {
    clearTimeout(again);
    line?.close();
    line = null;
  };
  const open = (): void => {
    close();
    if (followed === undefined || page.visibilityState !== 'visible' || !session.isSignedIn()) return;
    const opened = new EventSource(`/api/${followed}`);
    line = opened;
    heardAt = performance.now();
    opened.addEventListener(event, ({ data }: MessageEvent<string>) => {
      heard();
      toldAt.set(heardAt);
      state.set(JSON.parse(data) as State);
    });
    opened.addEventListener('beat', heard);
    opened.addEventListener('error', () => {
      missed();
      // A broken line comes again by itself; one that was refused does not.
      if (opened.readyState !== EventSource.CLOSED) return;
      refusals.update((count) => count + 1);
      // A browser does not say why. Where the session is over, one request through the client covers the page.
      if (failures === 0) void api.get('me').catch(() => undefined);
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
      failures += 1;
      again = setTimeout(open, pause * (0.5 + Math.random() / 2));
    });
  };
  const turnUp = (): void => {
    if (page.visibilityState === 'visible') open();
    else close();
  };
  const listening = setInterval(() => {
    if (line === null || performance.now() - heardAt < DEAD_AFTER) return;
    missed();
    open();
  }, LISTEN_EVERY);

  // What was on its way on the old line is no sign that there still is one: only a new one is.
  const doubt = (): void => {
    missed();
    open();
  };

  page.addEventListener('visibilitychange', turnUp);
  page.defaultView?.addEventListener('online', open);
  page.defaultView?.addEventListener('offline', doubt);
  effect(() => {
    const [next, isHere] = [path(), session.isSignedIn()];
    untracked(() => {
      if (next !== followed) {
        followed = next;
        clearTimeout(silence);
        silence = undefined;
        state.set(null);
        silentSince.set(null);
      }
      if (isHere) open();
      else close();
    });
  });
  inject(DestroyRef).onDestroy(() => {
    close();
    clearTimeout(silence);
    clearInterval(listening);
    page.removeEventListener('visibilitychange', turnUp);
    page.defaultView?.removeEventListener('online', open);
    page.defaultView?.removeEventListener('offline', doubt);
  });
  return { state, toldAt, silentSince, refusals };
}
