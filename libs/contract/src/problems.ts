/** Every way a request can fail, by code. The words for each live in the web's translation files. */
export const PROBLEM_STATUS = {
  'malformed-request': 400,
  'malformed-json': 400,
  'malformed-id': 400,
  'malformed-cursor': 400,
  'not-signed-in': 401,
  'somebody-else-signed-in': 401,
  'wrong-credentials': 401,
  'wrong-code': 401,
  'wrong-origin': 403,
  'second-factor-missing': 403,
  'step-up-needed': 403,
  'not-allowed': 403,
  'no-consent': 403,
  'member-not-confirmed': 403,
  'kept-apart': 403,
  'needs-approval': 409,
  'needs-two-signatures': 409,
  'co-signer-not-supervising': 409,
  'stands-in-already': 409,
  'not-licensed': 409,
  'names-people': 409,
  'not-found': 404,
  'method-not-allowed': 405,
  'contact-shared': 409,
  'mail-not-possible': 409,
  'no-hours': 409,
  'invitation-over': 410,
  'link-over': 410,
  'share-revoked': 410,
  'share-over': 410,
  'wrong-state': 409,
  'last-second-factor': 409,
  'leads-families': 409,
  'still-supervises': 409,
  'last-admin': 409,
  'hash-stale': 409,
  'has-concerns': 422,
  'revision-stale': 412,
  'too-large': 413,
  'wrong-content-type': 415,
  invalid: 422,
  'key-reused': 422,
  'revision-missing': 428,
  'too-many-requests': 429,
  unexpected: 500,
  'not-ready': 503,
  'database-away': 503,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** One field at fault: `path` is dotted from the body's root (`content.blocks.3.question`). */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** RFC 9457 problem details as the API answers them. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** Only with `unexpected`: names this one failure in the server's log, for people to quote. */
  readonly reference?: string;
  readonly errors?: readonly FieldProblem[];
  /** With `revision-stale`: what the server holds now. Only its author ever receives it. */
  readonly current?: unknown;
  /** With `revision-stale`: who wrote the current text, and when. */
  readonly changedBy?: string;
  readonly changedAt?: string;
  /** With `leads-families` and `still-supervises`: how many families, or therapists, stand in the way. */
  readonly count?: number;
  /** With a refused share or submit: the reason, as a code. */
  readonly because?: string;
}
