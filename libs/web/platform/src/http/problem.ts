import type { FieldProblem, ProblemCode, ProblemDetails } from '@common-ground/contract';

/** Everything the API refuses with, and the one thing only the browser knows: that nothing answered. */
export type WebProblemCode = ProblemCode | 'offline';

/**
 * A request that did not work out. `code` decides the words on the screen (see `ProblemWords`); `reference` is what
 * a person may quote when they ask for help; `details` is the whole problem as the API sent it.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: WebProblemCode,
    readonly errors: readonly FieldProblem[] = [],
    readonly reference: string | null = null,
    readonly details: Readonly<Partial<ProblemDetails>> = {},
  ) {
    super(code);
  }

  /** Nothing answered, or too late, or the server cannot reach its own database: trying the same thing again may work. */
  get isOffline(): boolean {
    return this.code === 'offline' || this.code === 'database-away';
  }

  /** The session has ended; signing in again may help. Wrong credentials are a different matter. */
  get isSignedOut(): boolean {
    return this.code === 'not-signed-in' || this.isOfAnother;
  }

  /** In this browser somebody else is signed in by now. */
  get isOfAnother(): boolean {
    return this.code === 'somebody-else-signed-in';
  }

  /** Says whatever was thrown as a problem, so that pages have one thing to show. */
  static from(cause: unknown): Problem {
    return cause instanceof Problem ? cause : new Problem(500, 'unexpected');
  }

  /** What an answer that refuses says, or one that did not come from the API. */
  static answered(status: number, body: unknown): Problem {
    if (isProblemDetails(body)) {
      const { code, errors, reference } = body;
      return new Problem(body.status, code, errors ?? [], reference, body);
    }
    return new Problem(status, CODE_BY_STATUS[status] ?? 'unexpected');
  }
}

/** What a bare status means when something between us and the API answered instead of it. */
const CODE_BY_STATUS: Readonly<Record<number, WebProblemCode>> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  413: 'too-large',
  429: 'too-many-requests',
  502: 'offline',
  503: 'not-ready',
  504: 'offline',
};

function isProblemDetails(body: unknown): body is ProblemDetails {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body;
}
