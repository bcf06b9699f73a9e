import { hash } from 'node:crypto';
import type { DocumentContent, ReviewedKind } from '@common-ground/contract';

/**
 * SHA-256, in hex, of what a reader of the document sees. Keys are sorted first, because PostgreSQL's jsonb keeps no
 * order of its own and the same words must always give the same hash.
 */
export function versionHash(kind: ReviewedKind, title: string, content: DocumentContent): string {
  return hash('sha256', JSON.stringify(sorted({ kind, title, content })));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
