import type { FetchHow, Fetched } from './fetch';

type Asks = (address: string, how?: FetchHow) => Promise<Fetched>;

/** What `index.html` asked for while the app was still on its way. */
interface Before {
  readonly answer: Promise<Fetched>;
  readonly stop: AbortController;
}

/**
 * Takes up what the page asked for before (words, and who is here), each once, and is as impatient with it as with all
 * else. Whatever is not there, did not come, or was given up, is asked for as ever.
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
    return answer.then((found) => (isAnswer(found) ? found : anew()), anew);
  };
}

/** That nobody is here is an answer too. */
function isAnswer({ ok, status }: Fetched): boolean {
  return ok || status === 401;
}
