import { Injectable, type Provider } from '@angular/core';
import { FETCH, type FetchHow, type Fetched } from './fetch';

/** Which request is meant: by its address, or by its method as well. */
type Wanted = string | { readonly method?: string; readonly url?: string };

/** One request, and what a spec does about it. */
export class Asked {
  readonly request: {
    readonly method: string;
    readonly url: string;
    /** As it was before it was written as JSON; null for none. */
    readonly body: unknown;
    readonly headers: { get(name: string): string | null };
    readonly keepalive: boolean;
  };

  constructor(
    url: string,
    private readonly how: FetchHow,
    private readonly resolve: (answer: Fetched) => void,
    private readonly reject: (cause: Error) => void,
  ) {
    const { method = 'GET', body, headers = {}, keepalive = false } = how;
    this.request = {
      ...{ method, url, keepalive },
      body: body === undefined ? null : (JSON.parse(body) as unknown),
      headers: headersOf(headers),
    };
    const stop = (): void => reject(new DOMException('stopped', 'AbortError'));
    if (this.isStopped) stop();
    else how.signal?.addEventListener('abort', stop);
  }

  /** Nobody waits for it any more. */
  get isStopped(): boolean {
    return this.how.signal?.aborted ?? false;
  }

  /** Answers: with JSON, or with the file or the text itself. */
  flush(
    body: unknown,
    { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
  ): void {
    const text = typeof body === 'string' ? body : body === null ? '' : JSON.stringify(body);
    this.resolve({
      ...{ status, ok: status >= 200 && status < 300, headers: headersOf(headers) },
      text: async () => text,
      blob: async () => (body instanceof Blob ? body : new Blob([text])),
    });
  }

  /** The line breaks: before anything was answered, or in the middle of the answer. */
  breakOff(when: 'before' | 'in the middle' = 'before'): void {
    const broken = new TypeError('Failed to fetch');
    if (when === 'before') return this.reject(broken);
    const cut = (): Promise<never> => Promise.reject(broken);
    this.resolve({ status: 200, ok: true, headers: headersOf({}), text: cut, blob: cut });
  }
}

/** For specs: a server that answers when it is told to. */
@Injectable()
export class SpecServer {
  private open: Asked[] = [];

  readonly fetch = (url: string, how: FetchHow = {}): Promise<Fetched> =>
    new Promise((resolve, reject) => {
      this.open.push(new Asked(url, how, resolve, reject));
    });

  /** Takes out every request that waits and is meant. */
  match(wanted: Wanted): readonly Asked[] {
    const found = this.open.filter(({ request }) => isMeant(request, wanted));
    this.open = this.open.filter((asked) => !found.includes(asked));
    return found;
  }

  expectOne(wanted: Wanted): Asked {
    const found = this.match(wanted);
    const [first] = found;
    if (!first || found.length > 1) {
      throw new Error(`${found.length} requests, not one, to ${named(wanted)}. ${this.whatElse()}`);
    }
    return first;
  }

  expectNone(wanted: Wanted): void {
    const { length } = this.match(wanted);
    if (length > 0) throw new Error(`${length} requests, not none, to ${named(wanted)}.`);
  }

  /** Nothing else was asked for. */
  verify(): void {
    if (this.open.some(({ isStopped }) => !isStopped)) throw new Error(this.whatElse());
  }

  private whatElse(): string {
    const waiting = this.open.map(({ request }) => `${request.method} ${request.url}`);
    return `What else waits: ${waiting.join(', ') || 'nothing'}.`;
  }
}

/** Goes among the providers of a spec; `TestBed.inject(SpecServer)` is the server then. */
export const specServer: readonly Provider[] = [
  SpecServer,
  { provide: FETCH, useFactory: (server: SpecServer) => server.fetch, deps: [SpecServer] },
];

function headersOf(headers: Readonly<Record<string, string>>): Fetched['headers'] {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { get: (name) => lower.get(name.toLowerCase()) ?? null };
}

function isMeant({ method, url }: Asked['request'], wanted: Wanted): boolean {
  if (typeof wanted === 'string') return url === wanted;
  return (wanted.method ?? method) === method && (wanted.url ?? url) === url;
}

function named(wanted: Wanted): string {
  return typeof wanted === 'string' ? wanted : `${wanted.method ?? 'any'} ${wanted.url ?? 'address'}`;
}
