import type { FetchHow, Fetched } from './fetch';

type Asks = (address: string, how?: FetchHow) => Promise<Fetched>;

/**
 * Takes up the words that `index.html` asked for while the app was still on its way, each once. Whatever is not there, or
 * did not come, is asked for as ever.
 */
export function takingUp(page: object, ask: Asks): Asks {
  const asked = (page as { readonly askedBefore?: Map<string, Promise<Fetched>> }).askedBefore;
  return (address, how = {}) => {
    const before = asked?.get(address);
    if (before === undefined || (how.method ?? 'GET') !== 'GET') return ask(address, how);
    asked?.delete(address);
    const anew = (): Promise<Fetched> => ask(address, how);
    return before.then((answer) => (answer.ok ? answer : anew()), anew);
  };
}
