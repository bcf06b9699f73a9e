import {
  entriesOf,
  entryOf,
  fieldsOf,
  isSame,
  listsOf,
  NOTHING,
  placeOf,
  type Entry,
  type Fields,
  type Patches,
  type Value,
  type Written,
} from './written';

/**
 * Everything an author can do to a text of any kind, as pure functions from the text to the patches that do it. An act
 * that would change nothing answers no patches.
 */

export function writeFields(text: Written, to: Fields): Patches {
  const now = fieldsOf(text);
  const from = Object.fromEntries(Object.keys(to).map((field) => [field, now[field] ?? null]));
  return isSame(from, to) ? NOTHING : [{ sort: 'fields', from, to }];
}

/** Puts another state of one entry in its place; everything may differ but the id. */
export function rewrite(text: Written, list: string, to: Entry): Patches {
  const from = entryOf(text, list, to.id);
  return from === undefined || isSame(from, to) ? NOTHING : [{ sort: 'entry', list, from, to }];
}

/** Words that stand somewhere in a text; `path` and `from` as in the concern that speaks of them. */
export interface StandingWords {
  readonly path: string;
  readonly from: number;
  readonly quote: string;
}

/**
 * Puts other words in the place of some that stand in a text. Where they no longer stand there, it does nothing: what
 * was written since comes first. An entry that has moved since is found by its words.
 */
export function reword(text: Written, words: StandingWords, to: string): Patches {
  const [first = '', field = '', ...rest] = words.path.split('.');
  if (first === 'title') return writeFields(text, { title: exchanged(text.title, words, to) });
  if (!listsOf(text).includes(field)) {
    const now = (text.content as unknown as Readonly<Record<string, Value>>)[field];
    return now === undefined
      ? NOTHING
      : writeFields(text, { [field]: within(now, rest, words, to) as Value });
  }
  const [place = '', ...deeper] = rest;
  const entries = entriesOf(text, field);
  const named = entries[Number(place)];
  for (const entry of named === undefined ? entries : [named, ...entries]) {
    const patches = rewrite(text, field, within(entry, deeper, words, to) as Entry);
    if (patches !== NOTHING) return patches;
  }
  return NOTHING;
}

/** A copy of a value with the words exchanged at the end of a path; the value itself where they do not stand there. */
function within(value: unknown, path: readonly string[], words: StandingWords, to: string): unknown {
  if (typeof value === 'string') return path.length === 0 ? exchanged(value, words, to) : value;
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null || !(key in value)) return value;
  if (Array.isArray(value)) return value.with(Number(key), within(value[Number(key)], rest, words, to));
  return { ...value, [key]: within((value as Readonly<Record<string, unknown>>)[key], rest, words, to) };
}

function exchanged(value: string, { from, quote }: StandingWords, to: string): string {
  const until = from + quote.length;
  return value.slice(from, until) === quote ? value.slice(0, from) + to + value.slice(until) : value;
}

/** Adds an entry right after another one, or at the top after `null`. */
export function addAfter(
  text: Written,
  list: string,
  afterId: string | null,
  entry: Entry,
  atMost: number,
): Patches {
  const at = afterId === null ? 0 : placeOf(text, list, afterId) + 1;
  if (entriesOf(text, list).length >= atMost || (afterId !== null && at === 0)) return NOTHING;
  return [{ sort: 'insert', list, at, entry }];
}

/** Puts a copy right after an entry, under new ids for it and for everything it holds. */
export function duplicate(text: Written, list: string, id: string, newId: string, atMost: number): Patches {
  const entry = entryOf(text, list, id);
  return entry === undefined ? NOTHING : addAfter(text, list, id, underNewIds(entry, newId), atMost);
}

function underNewIds(entry: Entry, id: string): Entry {
  const anew = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((one: unknown, index) => (hasId(one) ? { ...one, id: `${id}-${index + 1}` } : one))
      : value;
  return { ...Object.fromEntries(Object.entries(entry).map(([field, value]) => [field, anew(value)])), id };
}

function hasId(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'id' in value;
}

export function remove(text: Written, list: string, id: string): Patches {
  const at = placeOf(text, list, id);
  const entry = entriesOf(text, list)[at];
  return entry === undefined ? NOTHING : [{ sort: 'remove', list, at, entry }];
}

export function moveTo(text: Written, list: string, id: string, to: number): Patches {
  const from = placeOf(text, list, id);
  const target = Math.max(0, Math.min(to, entriesOf(text, list).length - 1));
  return from < 0 || from === target ? NOTHING : [{ sort: 'move', list, from, to: target }];
}
