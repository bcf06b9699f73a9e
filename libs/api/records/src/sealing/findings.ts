import { HASH_BYTES } from './merkle';
import { COLUMNS, leafOfTrace, type Trace } from './trace';

export const FINDING_SORTS = ['changed', 'removed', 'inserted', 'swapped', 'rolled-back'] as const;
export type FindingSort = (typeof FINDING_SORTS)[number];

/** Something that is not as it was sealed. It names rows by their ids and never what stands in them. */
export interface Finding {
  readonly sort: FindingSort;
  readonly practiceId: string;
  readonly what: string;
}

/** A row that stands there differently from how it was sealed. */
export interface ChangedRow {
  readonly trace: Trace;
  readonly sealed: Buffer;
  readonly seal: number;
}

/** Pairs are looked for among this many changed rows; beyond that each is named by itself. */
const MOST_PAIRED = 40;
/** Ways to exchange columns grow as powers of two; more columns than this are only exchanged all at once. */
const MOST_COLUMNS = 12;

/** Names what happened to rows that are not as sealed: two that traded places, or one that was rewritten. */
export function namedChanges(practiceId: string, changed: readonly ChangedRow[]): Finding[] {
  const findings: Finding[] = [];
  const left = new Set(changed);
  for (const one of changed.slice(0, MOST_PAIRED)) {
    for (const other of changed.slice(0, MOST_PAIRED)) {
      if (one === other || !left.has(one) || !left.has(other) || !tradedPlaces(one, other)) continue;
      left.delete(one);
      left.delete(other);
      const what = `rows ${one.trace.id} (seal ${one.seal}) and ${other.trace.id} (seal ${other.seal})`;
      findings.push({ sort: 'swapped', practiceId, what });
    }
  }
  for (const { trace, seal } of left) {
    findings.push({ sort: 'changed', practiceId, what: `row ${trace.id} (seal ${seal})` });
  }
  return findings;
}

/** Whether giving some columns back to each other makes both rows what they were when they were sealed. */
function tradedPlaces(one: ChangedRow, other: ChangedRow): boolean {
  const differing = COLUMNS.filter(
    (column) => column !== 'id' && JSON.stringify(one.trace[column]) !== JSON.stringify(other.trace[column]),
  );
  const isRestored = (columns: readonly (keyof Trace)[]): boolean =>
    leafOfTrace(withColumnsOf(one.trace, other.trace, columns)).equals(one.sealed) &&
    leafOfTrace(withColumnsOf(other.trace, one.trace, columns)).equals(other.sealed);
  if (isRestored(differing)) return true;
  if (differing.length > MOST_COLUMNS) return false;
  for (let choice = 1; choice < 2 ** differing.length; choice += 1) {
    if (isRestored(differing.filter((_column, place) => (choice >> place) % 2 === 1))) return true;
  }
  return false;
}

function withColumnsOf(row: Trace, from: Trace, columns: readonly (keyof Trace)[]): Trace {
  return { ...row, ...Object.fromEntries(columns.map((column) => [column, from[column]])) };
}

/** The rows one seal covers, by id: the hash each was sealed with. */
export function sealedRows(ids: readonly string[], leaves: Buffer): Map<string, Buffer> {
  return new Map(ids.map((id, place) => [id, leaves.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES)]));
}
