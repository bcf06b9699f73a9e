import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import { takingUp } from './asked-before';

/** As much of the browser's answer as this app reads. */
export interface Fetched {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
  blob(): Promise<Blob>;
}

export interface FetchHow {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly keepalive?: boolean;
  readonly signal?: AbortSignal;
}

/** The browser's own way of asking. Only `Api` and the words ask through it; specs put a server in its place. */
export const FETCH = new InjectionToken<(address: string, how?: FetchHow) => Promise<Fetched>>('fetch', {
  providedIn: 'root',
  factory: () => {
    const browser = inject(DOCUMENT).defaultView ?? globalThis;
    return takingUp(browser, (address, how) => browser.fetch(address, how));
  },
});
