import type { PersonId } from '@common-ground/contract';
import type { Api } from '../http/api';
import { Problem } from '../http/problem';
import type { Attempt, Outcome } from './outcome';

/** In bytes. Browsers refuse larger bodies on requests that outlive their page. */
const KEEPALIVE_LIMIT = 60_000;

/** Tries to save once, in the name of whoever wrote it, and says how it ended; never rejects. */
export async function putAttempt(
  api: Api,
  path: string,
  attempt: Attempt,
  author: PersonId | null,
): Promise<Outcome> {
  const { body, revision, key } = attempt;
  const keepalive = new Blob([JSON.stringify(body)]).size < KEEPALIVE_LIMIT;
  try {
    const saved = await api.put<unknown>(path, body, { revision, key, keepalive, inNameOf: author });
    return { sort: 'saved', revision: saved.revision || revision, savedAt: timeOf(saved.body) };
  } catch (cause) {
    return judged(Problem.from(cause));
  }
}

function judged(problem: Problem): Outcome {
  if (problem.isOffline) return { sort: 'again', isOffline: true };
  switch (problem.status) {
    case 401:
      return { sort: 'session-over' };
    case 410:
      return { sort: 'revoked', code: problem.code };
    case 412:
      return conflict(problem);
    case 408:
    case 429:
      return { sort: 'again', isOffline: false };
    default:
      // A good answer that cannot be read came from something between us and the API: it says nothing about the text.
      return problem.status >= 500 || problem.status < 400
        ? { sort: 'again', isOffline: false }
        : refused(problem);
  }
}

function refused({ code, errors }: Problem): Outcome {
  return { sort: 'refused', code, errors };
}

function conflict({ details }: Problem): Outcome {
  const theirs = isRecord(details.current) ? details.current : null;
  const revision = theirs?.['revision'];
  return {
    sort: 'conflict',
    theirs,
    // Nothing of the kind stands there any more, or not for this reader: whatever comes next is a first save.
    revision: typeof revision === 'number' ? String(revision) : '0',
    changedBy: details.changedBy ?? null,
    changedAt: details.changedAt ?? null,
  };
}

function timeOf(body: unknown): string {
  const at = isRecord(body) ? (body['savedAt'] ?? body['updatedAt']) : null;
  return typeof at === 'string' ? at : new Date().toISOString();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
