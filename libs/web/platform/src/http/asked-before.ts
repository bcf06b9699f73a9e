import type { FetchHow, Fetched } from './fetch';

type Asks = (address: string, how?: FetchHow) => Promise<Fetched>;

/** What `index.html` asked for while the app was still on its way. */
interface Before {
  readonly answer: Promise<Fetched>;
  readonly stop: AbortController;
}

/**
 * Takes up the words that the page asked for before, each once, and is as impatient with them as with all else. Whatever
 * is not there, or did not come, is asked for as ever.
 */
export function takingUp(page: object, ask: Asks): Asks {
  const asked = (page as { readonly askedBefore?: Map<string, Before> }).askedBefore;
  return (address, how = {}) => {
    const before = asked?.get(address);
    if (before === undefined || (how.method ?? 'GET') !== 'GET') return ask(address, how);
    asked?.delete(address);
    const { answer, stop } = before;
    how.signal?.addEventListener('abort', () => stop.abort());
    if (how.signal?.aborted) stop.abort();
    const anew = (): Promise<Fetched> => ask(address, how);
    return answer.then((found) => (found.ok ? found : anew()), anew);
  };
}
