import type { FetchHow, Fetched } from './fetch';
import type { WhoseTurn } from './whose-turn';

/** What `index.html` asked for while the app was still on its way, by its address. */
interface Before {
  readonly answer: Promise<Fetched>;
  readonly stop: AbortController;
}

/** The first question who is here; see `Session`. */
const FIRST = 1;
/** So long after the page was opened, an answer may be out of date: as long as one is waited for at most. */
const FRESH_FOR = 20_000;

/**
 * Takes up what the page has asked for already, each thing once. Only for whoever was here when the page was opened:
 * when it is asked anew who is here, somebody signs in or leaves, all that was not taken up is dropped.
 */
export function askedBefore(
  page: object,
  turns: WhoseTurn,
): (address: string, how?: FetchHow) => Promise<Fetched> | null {
  const asked =
    (page as { readonly askedBefore?: Map<string, Before> }).askedBefore ?? new Map<string, Before>();
  const drop = (): void => {
    for (const { stop } of asked.values()) stop.abort();
    asked.clear();
  };
  return (address, how = {}) => {
    if (turns.now() > FIRST || performance.now() > FRESH_FOR) drop();
    const before = asked.get(address);
    if (before === undefined || (how.method ?? 'GET') !== 'GET') return null;
    asked.delete(address);
    const { answer, stop } = before;
    how.signal?.addEventListener('abort', () => stop.abort());
    if (how.signal?.aborted) stop.abort();
    return answer;
  };
}
