import { Injectable, Injector, inject } from '@angular/core';
import { FOR_PERSON, type PersonId } from '@common-ground/contract';
import { KeptCopies } from '../offline/kept-copies';
import { Session } from '../session/session';
import { StepUp } from '../session/step-up';
import { FETCH, type FetchHow, type Fetched } from './fetch';
import { inTime } from './in-time';
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
  /**
   * For whom it is; the server does it for nobody else. Whoever this page knows to be here unless said; null where it
   * is all the same, as when it is asked who is here.
   */
  readonly inNameOf?: PersonId | null;
}

interface Ahead {
  readonly turn: number;
  readonly until: number;
  readonly answer: Promise<unknown>;
}

/** In milliseconds. A page that was left before it took up what was asked for ahead is not opened with it much later. */
const FRESH = 10_000;

/** Answers that mean: not for this person, or not any more. */
const CLOSED = [403, 404, 410];

/**
 * The only way to the server. Paths are given without `/api` (`families/1`). Every call resolves with the answer or
 * rejects with a `Problem`, and nothing else. A 401 also tells the session that it is over, and so does an answer that
 * somebody else is signed in in this browser.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly fetch = inject(FETCH);
  /** The session itself uses this client, so it is asked for only when there is something to tell it. */
  private readonly injector = inject(Injector);
  private readonly copies = inject(KeptCopies);
  private readonly turns = inject(WhoseTurn);
  /** What was asked for ahead, under its name: whose turn it was then, and until when it is worth something. */
  private readonly ahead = new Map<string, Ahead>();

  async get<T>(path: string, asking: Asking = {}): Promise<Answered<T>> {
    const name = nameOf(path, asking);
    const before = this.ahead.get(name);
    this.ahead.delete(name);
    if (before && this.turns.is(before.turn) && performance.now() < before.until) {
      return (before.answer as Promise<Answered<T>>).catch((cause: unknown) => {
        // It may have been refused before this page knew who is here: asked once more, the session is told.
        if (!Problem.from(cause).isSignedOut) throw cause;
        return this.getAnew(path, asking);
      });
    }
    return this.getAnew(path, asking);
  }

  private getAnew<T>(path: string, asking: Asking): Promise<Answered<T>> {
    const asked = this.ask<T>('GET', path, undefined, asking);
    return asking.isKept ? this.keptCopyOf(path, asking, asked) : asked;
  }

  /**
   * Asks for what a page is going to `get`, while the page is still being made. The answer is taken up once, and only
   * while the same person is here; asked for again, it is asked for anew.
   */
  askAhead(path: string, asking: Asking = {}): void {
    const name = nameOf(path, asking);
    this.ahead.delete(name);
    const answer = this.get(path, asking);
    // Whoever takes it up is told why it did not come.
    answer.catch(() => undefined);
    this.ahead.set(name, { turn: this.turns.now(), until: performance.now() + FRESH, answer });
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

  private async keptCopyOf<T>(
    path: string,
    asking: Asking,
    asked: Promise<Answered<T>>,
  ): Promise<Answered<T>> {
    const turn = this.turns.now();
    const name = nameOf(path, asking);
    try {
      const answer = await asked;
      // What was asked for by whoever was here before is no copy for whoever is here now.
      if (this.turns.is(turn)) void this.copies.keep(name, answer);
      return answer;
    } catch (cause) {
      const problem = Problem.from(cause);
      // Whoever asked has left: that says nothing about the line.
      if (asking.signal?.aborted) throw problem;
      if (CLOSED.includes(problem.status)) void this.copies.forget(name);
      const kept = problem.isOffline ? await this.copies.copy<Answered<T>>(name) : null;
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
    const { inNameOf = this.whoIsHere() } = request.asking;
    const meant = { ...request, asking: { ...request.asking, inNameOf } };
    try {
      const answer = await this.send(meant);
      this.injector.get(Session).lineIsBack();
      return answer;
    } catch (cause) {
      const problem = Problem.from(cause);
      if (problem.isSignedOut) {
        // About a session that was over before this one began. Asked once more, it may be answered.
        if (!this.turns.is(turn)) throw new Problem(0, 'offline');
        // Words of whoever was here before stay theirs, and say nothing about whoever is here now.
        if (inNameOf === this.whoIsHere() || !problem.isOfAnother) this.injector.get(Session).end(problem);
      }
      if (problem.code === 'step-up-needed' && (await this.injector.get(StepUp).ask())) {
        return this.through(meant);
      }
      throw problem;
    }
  }

  private whoIsHere(): PersonId | null {
    return this.injector.get(Session).person()?.id ?? null;
  }

  /** Address and body are made before: what is wrong with them is no broken line. */
  private async send<T>({ method, path, body, asking, read }: Request<T>): Promise<Answered<T>> {
    const address = `/api/${nameOf(path, asking)}`;
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const how = { method, headers: headersFor(body, asking), ...sent };
    return inTime(async (signal) => {
      const response = await this.answerTo(address, { ...how, signal, keepalive: asking.keepalive ?? false });
      if (!response.ok) throw Problem.answered(response.status, inJson(await response.text()));
      return { body: await read(response), revision: revisionOf(response) };
    }, asking.signal);
  }

  /**
   * A browser refuses what is to outlive its page where too much of the kind is on its way already. Such a request may
   * still get through as one of the others; it carries the same name, so that nothing happens twice.
   */
  private async answerTo(address: string, how: FetchHow): Promise<Fetched> {
    try {
      return await this.fetch(address, how);
    } catch (cause) {
      if (how.keepalive !== true || how.signal?.aborted === true) throw cause;
      return this.fetch(address, { ...how, keepalive: false });
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

function headersFor(body: unknown, { revision, key, inNameOf }: Asking): Record<string, string> {
  return {
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
    ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    ...(inNameOf ? { [FOR_PERSON]: inNameOf } : {}),
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
    .map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(String(value)))}`);
  return parts.length > 0 ? `${path}?${parts.join('&')}` : path;
}

/** Half of a pair, as when somebody cuts an emoji in two, has no place in an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
