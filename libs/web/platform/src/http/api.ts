import { Injectable, Injector, inject } from '@angular/core';
import { KeptCopies } from '../offline/kept-copies';
import { Session } from '../session/session';
import { StepUp } from '../session/step-up';
import { FETCH, type Fetched } from './fetch';
import { Problem } from './problem';
import { WhoseTurn } from './whose-turn';

/** A good answer: its body, and the revision out of its ETag (`''` when it carries none). */
export interface Answered<T> {
  readonly body: T;
  readonly revision: string;
  /** What this device had kept: nothing answered. */
  readonly isFromDevice?: boolean;
}

export interface Asking {
  /** Query parameters; absent ones are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** The revision this change is based on; sent as If-Match. */
  readonly revision?: string | number;
  /** Names this attempt, so that sending it twice has the effect of once. */
  readonly key?: string;
  /** A device that nobody else uses keeps the answer, for when nothing answers. */
  readonly isKept?: boolean;
  /** Lets the request finish while the page goes away. Only for small bodies: browsers stop at 64 kB. */
  readonly keepalive?: boolean;
  readonly signal?: AbortSignal;
}

/** Longer than any answer of ours takes on a poor line; after it the line counts as broken. */
const PATIENCE = 20_000;

/** Answers that mean: not for this person, or not any more. */
const CLOSED = [403, 404, 410];

/**
 * The only way to the server. Paths are given without `/api` (`families/1`). Every call resolves with the answer or
 * rejects with a `Problem`, and nothing else. A 401 also tells the session that it is over.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly fetch = inject(FETCH);
  /** The session itself uses this client, so it is asked for only when there is something to tell it. */
  private readonly injector = inject(Injector);
  private readonly copies = inject(KeptCopies);
  private readonly turns = inject(WhoseTurn);

  async get<T>(path: string, asking: Asking = {}): Promise<Answered<T>> {
    const asked = this.ask<T>('GET', path, undefined, asking);
    return asking.isKept ? this.keptCopyOf(nameOf(path, asking), asked) : asked;
  }

  post<T = void>(path: string, body: unknown = {}, asking: Asking = {}): Promise<Answered<T>> {
    return this.ask<T>('POST', path, body, asking);
  }

  put<T = void>(path: string, body: unknown, asking: Asking = {}): Promise<Answered<T>> {
    return this.ask<T>('PUT', path, body, asking);
  }

  delete<T = void>(path: string, asking: Asking = {}): Promise<Answered<T>> {
    return this.ask<T>('DELETE', path, undefined, asking);
  }

  private async keptCopyOf<T>(path: string, asked: Promise<Answered<T>>): Promise<Answered<T>> {
    const turn = this.turns.now();
    try {
      const answer = await asked;
      // What was asked for by whoever was here before is no copy for whoever is here now.
      if (this.turns.is(turn)) void this.copies.keep(path, answer);
      return answer;
    } catch (cause) {
      const problem = Problem.from(cause);
      if (CLOSED.includes(problem.status)) void this.copies.forget(path);
      const kept = problem.isOffline ? await this.copies.copy<Answered<T>>(path) : null;
      if (kept === null) throw problem;
      this.injector.get(Session).showsKept();
      return { ...kept, isFromDevice: true };
    }
  }

  /** A file to keep. What is refused on the way to it is a `Problem` like any other, so that the page can say it. */
  async file(path: string, asking: Asking = {}): Promise<Blob> {
    return (await this.through({ method: 'GET', path, asking, read: asFile })).body;
  }

  /** A file that is made of what is sent along. */
  async fileOf(path: string, made: unknown): Promise<Blob> {
    return (await this.through({ method: 'POST', path, body: made, asking: {}, read: asFile })).body;
  }

  private ask<T>(method: string, path: string, body: unknown, asking: Asking): Promise<Answered<T>> {
    return this.through({ method, path, body, asking, read: asJson<T> });
  }

  private async through<T>(request: Request<T>): Promise<Answered<T>> {
    const turn = this.turns.now();
    try {
      const answer = await this.send(request);
      this.injector.get(Session).lineIsBack();
      return answer;
    } catch (cause) {
      const problem = Problem.from(cause);
      if (problem.isSignedOut) {
        // About a session that was over before this one began. Asked once more, it may be answered.
        if (!this.turns.is(turn)) throw new Problem(0, 'offline');
        this.injector.get(Session).end();
      }
      if (problem.code === 'step-up-needed' && (await this.injector.get(StepUp).ask())) {
        return this.through(request);
      }
      throw problem;
    }
  }

  /** One request. Whoever stops asking, and who has waited too long, gets what a broken line gives. */
  private async send<T>({ method, path, body, asking, read }: Request<T>): Promise<Answered<T>> {
    const stop = new AbortController();
    const give = (): void => stop.abort();
    const late = setTimeout(give, PATIENCE);
    asking.signal?.addEventListener('abort', give);
    if (asking.signal?.aborted) give();
    try {
      const response = await this.fetch(`/api/${nameOf(path, asking)}`, {
        ...{ method, headers: headersFor(body, asking), signal: stop.signal },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        keepalive: asking.keepalive ?? false,
      });
      if (!response.ok) throw Problem.answered(response.status, inJson(await response.text()));
      return { body: await read(response), revision: revisionOf(response) };
    } catch (cause) {
      throw cause instanceof Problem ? cause : new Problem(0, 'offline');
    } finally {
      clearTimeout(late);
      asking.signal?.removeEventListener('abort', give);
    }
  }
}

interface Request<T> {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly asking: Asking;
  /** Takes out of the answer what was asked for. */
  readonly read: (response: Fetched) => Promise<T>;
}

function headersFor(body: unknown, { revision, key }: Asking): Record<string, string> {
  return {
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
    ...(key === undefined ? {} : { 'Idempotency-Key': key }),
  };
}

const asFile = (response: Fetched): Promise<Blob> => response.blob();

async function asJson<T>(response: Fetched): Promise<T> {
  const text = await response.text();
  const body = text === '' ? null : inJson(text);
  // Something between us and the API answered instead of it.
  if (body === undefined) throw Problem.answered(response.status, body);
  return body as T;
}

/** `undefined` for what is no JSON. */
function inJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function revisionOf({ headers }: Fetched): string {
  return (headers.get('ETag') ?? '').replace(/^W\//u, '').replaceAll('"', '');
}

/** A path with its query. A copy goes by it too: each page of a list is one of its own. */
function nameOf(path: string, { query = {} }: Asking): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return parts.length > 0 ? `${path}?${parts.join('&')}` : path;
}
