/** What a saved body says about itself and nobody wrote. */
const NAMES = [
  ...['id', 'key', 'kind', 'visibility', 'verdict', 'language', 'review', 'marked', 'format'],
  ...['timeZone', 'startTime', 'minutes', 'goesTo', 'people'],
];

/** Ids, and days and moments, which are picked. */
const PICKED = /(?:Ids?|On|At)$/u;

/** Every word that somebody wrote into something, in its order; for texts whose page is not at hand. */
export function wordsIn(body: unknown): readonly string[] {
  if (typeof body === 'string') return body.trim() === '' ? [] : [body];
  if (typeof body === 'number') return [String(body)];
  if (Array.isArray(body)) return body.flatMap(wordsIn);
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    NAMES.includes(name) || PICKED.test(name) ? [] : wordsIn(value),
  );
}
