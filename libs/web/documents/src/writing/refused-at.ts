import type { FieldProblem } from '@common-ground/contract';
import type { Told } from '../kinds/kinds';
import { entriesOf, entryOf, fieldsOf, listsOf, placeOf, type Written } from './written';

/** What of a text the server would not take. */
export type RefusedAt =
  | { readonly sort: 'field'; readonly field: string }
  | { readonly sort: 'entry'; readonly list: string; readonly id: string }
  /** A list as a whole: it has more entries than there is room for. */
  | { readonly sort: 'list'; readonly list: string };

/**
 * Finds the first thing a refusal is about, from paths like `content.turns.3.line` and `title`; null where the text has
 * nothing of that name.
 */
export function refusedAt(errors: readonly FieldProblem[], text: Written): RefusedAt | null {
  for (const { path } of errors) {
    const [first = '', second, third] = path.replace(/^content\./u, '').split('.');
    if (listsOf(text).includes(first)) {
      const entry = entriesOf(text, first)[Number(second ?? NaN)];
      return entry === undefined
        ? { sort: 'list', list: first }
        : { sort: 'entry', list: first, id: entry.id };
    }
    if (first in fieldsOf(text) && third === undefined) return { sort: 'field', field: first };
  }
  return null;
}

/** What a refusal is about, to be said: the key of its name, and its place in its list, counted from 1. */
export interface RefusedPart {
  readonly sort: RefusedAt['sort'];
  readonly name: string;
  readonly place: number;
}

export function refusedPart(errors: readonly FieldProblem[], text: Written, told: Told): RefusedPart | null {
  const at = refusedAt(errors, text);
  if (at === null) return null;
  if (at.sort === 'field') return { sort: at.sort, name: told.nameOfField(at.field), place: 0 };
  const entry = at.sort === 'entry' ? entryOf(text, at.list, at.id) : undefined;
  if (entry === undefined) return { sort: 'list', name: told.nameOfField(at.list), place: 0 };
  return {
    sort: at.sort,
    name: told.nameOfEntry(at.list, entry),
    place: placeOf(text, at.list, entry.id) + 1,
  };
}
