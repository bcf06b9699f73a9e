import type { Persona } from '../personas';
import { EventLine, firstEventOf } from './event-line';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  /** The JSON of the answer; undefined when there is none. */
  body: Body;
  text: string;
  /** The answer as it came, for papers. */
  bytes: Buffer;
}

type ExtraHeaders = Record<string, string>;

/** A browser's worth of HTTP: keeps its cookie, says where it comes from, reads JSON. */
export class ApiClient {
  readonly #origin: string;
  #cookie = '';

  constructor({ origin }: { origin: string }) {
    this.#origin = origin;
  }

  get<Body = unknown>(path: string, headers?: ExtraHeaders): Promise<Answer<Body>> {
    return this.#send('GET', path, undefined, headers);
  }

  post<Body = unknown>(path: string, body?: unknown, headers?: ExtraHeaders): Promise<Answer<Body>> {
    return this.#send('POST', path, body, headers);
  }

  put<Body = unknown>(path: string, body?: unknown, headers?: ExtraHeaders): Promise<Answer<Body>> {
    return this.#send('PUT', path, body, headers);
  }

  delete<Body = unknown>(path: string): Promise<Answer<Body>> {
    return this.raw('DELETE', path);
  }

  #send<Body>(method: string, path: string, body: unknown, extra?: ExtraHeaders): Promise<Answer<Body>> {
    const isJson = body !== undefined;
    return this.raw(method, path, isJson ? JSON.stringify(body) : undefined, {
      ...(isJson ? { 'content-type': 'application/json' } : {}),
      ...extra,
    });
  }

  /** Asks, and goes away before the answer has come; whether it had by then does not matter. */
  async abandoned(path: string, afterMilliseconds: number): Promise<void> {
    const gone = AbortSignal.timeout(afterMilliseconds);
    await fetch(this.#origin + path, { headers: { cookie: this.#cookie }, signal: gone }).then(
      (response) => response.arrayBuffer().catch(() => undefined),
      () => undefined,
    );
  }

  /** A stream of events, as a browser keeps it open. */
  async follow(path: string): Promise<EventLine> {
    const gone = new AbortController();
    const response = await fetch(this.#origin + path, {
      headers: { cookie: this.#cookie, accept: 'text/event-stream' },
      signal: gone.signal,
    });
    return new EventLine(response, gone);
  }

  /** Sends a body as it stands, for requests that no well-meaning client would make. */
  async raw<Body = unknown>(
    method: string,
    path: string,
    body?: string,
    extra?: ExtraHeaders,
  ): Promise<Answer<Body>> {
    const response = await fetch(this.#origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: this.#origin }),
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...extra,
      },
      ...(body === undefined ? {} : { body }),
    });
    this.#remember(response.headers.getSetCookie());
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const bytes = isStream ? await firstEventOf(response) : Buffer.from(await response.arrayBuffer());
    const text = bytes.toString();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text !== '' ? JSON.parse(text) : undefined) as Body,
      text,
      bytes,
    };
  }

  #remember(cookies: string[]): void {
    const jar = new Map(this.#cookie.split('; ').filter(Boolean).map(nameAndPair));
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';');
      const [name] = nameAndPair(pair);
      if (/;\s*max-age=0\b/i.test(cookie) || pair.endsWith('=')) jar.delete(name);
      else jar.set(name, pair);
    }
    this.#cookie = [...jar.values()].join('; ');
  }
}

/** Somebody without a session. */
export function asStranger(api: { origin: string }): ApiClient {
  return new ApiClient(api);
}

/** One of the demo practice's people, signed in. */
export async function signInAs(api: { origin: string }, persona: Persona): Promise<ApiClient> {
  const client = new ApiClient(api);
  const { status, text } = await client.post('/api/demo/sign-in', { persona });
  if (status !== 204) throw new Error(`${persona} could not sign in: ${status} ${text}`);
  return client;
}

function nameAndPair(pair: string): [string, string] {
  return [pair.slice(0, pair.indexOf('=')), pair];
}
