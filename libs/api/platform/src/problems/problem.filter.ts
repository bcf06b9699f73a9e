import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { PROBLEM_STATUS, type ProblemCode, type ProblemDetails } from '@common-ground/contract';
import type { FastifyReply } from 'fastify';
import { Refusal } from './refusal';

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-json',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  414: 'too-large',
  415: 'wrong-content-type',
  429: 'too-many-requests',
  503: 'not-ready',
};

/** Seconds after which asking again makes sense. */
const RETRY_AFTER: Partial<Record<ProblemCode, string>> = { 'database-away': '5', 'not-ready': '5' };

/** `insufficient_privilege` and `foreign_key_violation`. */
const REFUSED_BY_ROWS: ReadonlySet<unknown> = new Set(['42501', '23503']);

/**
 * Turns every failure into problem details (RFC 9457). What was not expected is logged under a reference and
 * answered without a word about its cause.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('Problem');

  catch(failure: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const problem = this.describe(failure);
    const retryAfter = RETRY_AFTER[problem.code];
    if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }

  describe(failure: unknown): ProblemDetails {
    if (failure instanceof Refusal) return details(failure.code, failure.particulars);
    if (isRefusedByRows(failure)) {
      this.#log.warn(`the database refused what the rules had allowed: ${failure.message}`);
      return details('wrong-state', {});
    }
    const status = failure instanceof HttpException ? failure.getStatus() : statusOf(failure);
    const code = CODE_OF_STATUS[status];
    if (code !== undefined) return details(code, {});
    const reference = randomUUID();
    this.#log.error(
      `${reference} ${failure instanceof Error ? (failure.stack ?? failure.message) : 'unknown'}`,
    );
    return details('unexpected', { reference });
  }
}

function details(code: ProblemCode, more: Partial<ProblemDetails>): ProblemDetails {
  return {
    type: `urn:common-ground:problem:${code}`,
    title: code,
    status: PROBLEM_STATUS[code],
    code,
    ...more,
  };
}

/**
 * The rows said no after the rules said yes: by row-level security, or because a row that was to be referred to is no
 * longer what it was. Between the two somebody took a consent or a share back, or made one record of two; what was asked
 * for is no longer possible and nothing of it has happened.
 */
function isRefusedByRows(failure: unknown): failure is Error {
  return failure instanceof Error && 'code' in failure && REFUSED_BY_ROWS.has(failure.code);
}

/** Fastify's own errors (a body too large, JSON that does not parse) carry their status in a field. */
function statusOf(failure: unknown): number {
  if (failure instanceof Error && 'statusCode' in failure && typeof failure.statusCode === 'number') {
    return failure.statusCode;
  }
  return 500;
}
