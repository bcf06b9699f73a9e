import type { DocumentContent } from '@common-ground/contract';

/**
 * A value as one comparable text, whatever the order of its fields: the server writes them in another order than a page
 * does.
 */
export function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

/**
 * Each part of a content exactly as it is kept, by its id. Two parts that read alike need not be the same: words may
 * stand in another field, and an arrow may lead to another line that begins with the same words.
 */
export function exactlyKept(content: DocumentContent): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const [field, value] of Object.entries(content) as [string, unknown][]) {
    if (!Array.isArray(value)) kept.set(field, inOneOrder(value));
    else for (const entry of value as { readonly id: string }[]) kept.set(entry.id, inOneOrder(entry));
  }
  return kept;
}
