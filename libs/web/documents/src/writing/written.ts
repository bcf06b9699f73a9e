import type { DocumentContent } from '@common-ground/contract';

/**
 * What an author writes: exactly what an autosave sends. Never changed in place; unchanged entries stay the same
 * object. Whatever its kind, a content is fields, and lists of entries that are known by their ids.
 */
export interface Written {
  readonly title: string;
  readonly content: DocumentContent;
}

/** One of the things a list holds: a block, a step, a turn. */
export interface Entry {
  readonly id: string;
}

export type Value = string | number | boolean | null;

/** The title and every field of the content that is no list, by name. */
export type Fields = Readonly<Record<string, Value>>;

/**
 * One small change that knows its own opposite, so that undo costs what the change cost and a history can be written
 * down as plain JSON.
 */
export type Patch =
  | { readonly sort: 'fields'; readonly from: Fields; readonly to: Fields }
  | { readonly sort: 'entry'; readonly list: string; readonly from: Entry; readonly to: Entry }
  | { readonly sort: 'insert'; readonly list: string; readonly at: number; readonly entry: Entry }
  | { readonly sort: 'remove'; readonly list: string; readonly at: number; readonly entry: Entry }
  | { readonly sort: 'move'; readonly list: string; readonly from: number; readonly to: number }
  | { readonly sort: 'whole'; readonly from: Written; readonly to: Written };

export type Patches = readonly Patch[];
export const NOTHING: Patches = [];

export function fieldsOf(text: Written): Fields {
  const own = Object.entries(text.content).filter(([, value]) => !Array.isArray(value)) as [string, Value][];
  return { title: text.title, ...Object.fromEntries(own) };
}

export function listsOf(text: Written): readonly string[] {
  return Object.entries(text.content).flatMap(([name, value]) => (Array.isArray(value) ? [name] : []));
}

export function entriesOf(text: Written, list: string): readonly Entry[] {
  return (text.content as unknown as Readonly<Record<string, readonly Entry[]>>)[list] ?? [];
}

export function entryOf(text: Written, list: string, id: string): Entry | undefined {
  return entriesOf(text, list).find((entry) => entry.id === id);
}

export function placeOf(text: Written, list: string, id: string): number {
  return entriesOf(text, list).findIndex((entry) => entry.id === id);
}

export function withFields<T extends Written>(text: T, fields: Fields): T {
  const { title = text.title, ...content } = fields;
  return { title, content: { ...text.content, ...content } } as T;
}

export function withEntries<T extends Written>(text: T, list: string, entries: readonly Entry[]): T {
  return { title: text.title, content: { ...text.content, [list]: entries } } as unknown as T;
}

export function apply<T extends Written>(text: T, patch: Patch): T {
  switch (patch.sort) {
    case 'fields':
      return withFields(text, patch.to);
    case 'entry':
      return withEntries(
        text,
        patch.list,
        entriesOf(text, patch.list).map((entry) => (entry.id === patch.to.id ? patch.to : entry)),
      );
    case 'insert':
      return withEntries(text, patch.list, entriesOf(text, patch.list).toSpliced(patch.at, 0, patch.entry));
    case 'remove':
      return withEntries(text, patch.list, entriesOf(text, patch.list).toSpliced(patch.at, 1));
    case 'move':
      return withEntries(text, patch.list, moved(entriesOf(text, patch.list), patch.from, patch.to));
    case 'whole':
      return patch.to as T;
  }
}

export function applyAll<T extends Written>(text: T, patches: Patches): T {
  return patches.reduce((so, patch) => apply(so, patch), text);
}

export function inverse(patch: Patch): Patch {
  switch (patch.sort) {
    case 'fields':
      return { ...patch, from: patch.to, to: patch.from };
    case 'entry':
      return { ...patch, from: patch.to, to: patch.from };
    case 'insert':
      return { ...patch, sort: 'remove' };
    case 'remove':
      return { ...patch, sort: 'insert' };
    case 'move':
      return { ...patch, from: patch.to, to: patch.from };
    case 'whole':
      return { ...patch, from: patch.to, to: patch.from };
  }
}

export function inverseAll(patches: Patches): Patch[] {
  return patches.map(inverse).reverse();
}

function moved(list: readonly Entry[], from: number, to: number): readonly Entry[] {
  return list.toSpliced(from, 1).toSpliced(to, 0, ...list.slice(from, from + 1));
}

/** Compares by value, in whatever order the fields come: the server may write them in another one. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const mine = Object.entries(one);
  const theirs = new Map(Object.entries(other));
  return (
    mine.length === theirs.size &&
    mine.every(([field, value]) => theirs.has(field) && isSame(value, theirs.get(field)))
  );
}
