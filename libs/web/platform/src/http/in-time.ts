import { Problem } from './problem';

/** Longer than any answer of ours takes on a poor line; after it the line counts as broken. */
const PATIENCE = 20_000;

/** One request. Whoever stops asking, and who has waited too long, gets what a broken line gives. */
export async function inTime<T>(ask: (stop: AbortSignal) => Promise<T>, leaving?: AbortSignal): Promise<T> {
  const stop = new AbortController();
  const give = (): void => stop.abort();
  const late = setTimeout(give, PATIENCE);
  leaving?.addEventListener('abort', give);
  if (leaving?.aborted) give();
  try {
    return await ask(stop.signal);
  } catch (cause) {
    throw cause instanceof Problem ? cause : new Problem(0, 'offline');
  } finally {
    clearTimeout(late);
    leaving?.removeEventListener('abort', give);
  }
}
