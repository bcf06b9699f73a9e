const OWED = 'cg.leaving';

/**
 * Somebody left, and the server has not been told: the line was gone. Only this browser can end its session, so it is told
 * before anything else is asked, also by a page that is opened later. Says nothing of who it was.
 */
export const owedLeaving = {
  is: (): boolean => quietly(() => localStorage.getItem(OWED) !== null) ?? false,
  begins: (): void => void quietly(() => localStorage.setItem(OWED, '1')),
  isDone: (): void => void quietly(() => localStorage.removeItem(OWED)),
};

/** Where the browser lets nothing be kept, only the page itself can tell the server. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
