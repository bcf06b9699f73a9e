import { HttpClient, HttpErrorResponse, type HttpResponse } from '@angular/common/http';
import { Injectable, Injector, inject } from '@angular/core';
import { type Observable, firstValueFrom, fromEvent, takeUntil, timeout } from 'rxjs';
import { KeptCopies } from '../offline/kept-copies';
import { Session } from '../session/session';
import { StepUp } from '../session/step-up';
import { Problem } from './problem';

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
  private readonly http = inject(HttpClient);
  /** The session itself uses this client, so it is asked for only when there is something to tell it. */
  private readonly injector = inject(Injector);
  private readonly copies = inject(KeptCopies);

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
    try {
      const answer = await asked;
      void this.copies.keep(path, answer);
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
    const { body } = await this.through(asking, (how) =>
      this.http.get(`/api/${path}`, { ...how, responseType: 'blob' }),
    );
    return body;
  }

  /** A file that is made of what is sent along. */
  async fileOf(path: string, made: unknown): Promise<Blob> {
    const { body } = await this.through({}, (how) =>
      this.http.post(`/api/${path}`, made, { ...how, responseType: 'blob' }),
    );
    return body;
  }

  private ask<T>(method: string, path: string, body: unknown, asking: Asking): Promise<Answered<T>> {
    return this.through(asking, (how) => this.http.request<T>(method, `/api/${path}`, { ...how, body }));
  }

  private async through<T>(
    asking: Asking,
    send: (how: How) => Observable<HttpResponse<T>>,
  ): Promise<Answered<T>> {
    const headers: Record<string, string> = {};
    if (asking.revision !== undefined) headers['If-Match'] = `"${asking.revision}"`;
    if (asking.key !== undefined) headers['Idempotency-Key'] = asking.key;
    const params = present(asking.query ?? {});
    const sent = send({ headers, params, keepalive: asking.keepalive ?? false, observe: 'response' });
    const stoppable = asking.signal ? sent.pipe(takeUntil(fromEvent(asking.signal, 'abort'))) : sent;
    try {
      const answer = answered(await firstValueFrom(stoppable.pipe(timeout(PATIENCE))));
      this.injector.get(Session).lineIsBack();
      return answer;
    } catch (cause) {
      const problem = timedOutOrStopped(cause)
        ? new Problem(0, 'offline')
        : Problem.from(await withReadableBody(cause));
      if (problem.isSignedOut) this.injector.get(Session).end();
      if (problem.code === 'step-up-needed' && (await this.injector.get(StepUp).ask())) {
        return this.through(asking, send);
      }
      throw problem;
    }
  }
}

/** A copy's name: each page of a list is one of its own. */
function nameOf(path: string, { query = {} }: Asking): string {
  const parts = Object.entries(present(query)).map(([name, value]) => `${name}=${value}`);
  return parts.length > 0 ? `${path}?${parts.join('&')}` : path;
}

interface How {
  readonly headers: Record<string, string>;
  readonly params: Record<string, string | number | boolean>;
  readonly keepalive: boolean;
  readonly observe: 'response';
}

function answered<T>(response: HttpResponse<T>): Answered<T> {
  const revision = (response.headers.get('ETag') ?? '').replace(/^W\//u, '').replaceAll('"', '');
  return { body: response.body as T, revision };
}

/** Whoever asked for a file gets a refusal as a file too; its words are in there. */
async function withReadableBody(cause: unknown): Promise<unknown> {
  if (!(cause instanceof HttpErrorResponse) || !(cause.error instanceof Blob)) return cause;
  const { headers, status, statusText, url } = cause;
  const error = await cause.error
    .text()
    .then((text): unknown => JSON.parse(text))
    .catch(() => null);
  return new HttpErrorResponse({ error, headers, status, statusText, url: url ?? undefined });
}

function timedOutOrStopped(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'EmptyError');
}

function present(query: NonNullable<Asking['query']>): Record<string, string | number | boolean> {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, string | number | boolean>;
}
