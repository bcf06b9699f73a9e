import {
  entriesOf,
  entryOf,
  fieldsOf,
  isSame,
  NOTHING,
  placeOf,
  type Entry,
  type Fields,
  type Patches,
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

export function moveBy(text: Written, list: string, id: string, steps: number): Patches {
  return moveTo(text, list, id, placeOf(text, list, id) + steps);
}
