import {
  entriesOf,
  fieldsOf,
  isSame,
  listsOf,
  withEntries,
  withFields,
  type Entry,
  type Fields,
  type Value,
  type Written,
} from './written';

/** One place that two people, or the same person on two screens, changed differently. */
export type Clash =
  | { readonly sort: 'field'; readonly field: string; readonly mine: Value; readonly theirs: Value }
  | {
      readonly sort: 'entry';
      readonly list: string;
      readonly id: string;
      /** Null when that side removed the entry. */
      readonly mine: Entry | null;
      readonly theirs: Entry | null;
    };

export const CHOSEN = ['mine', 'theirs', 'both'] as const;
export type Chosen = (typeof CHOSEN)[number];

export interface Merged<T extends Written = Written> {
  /** Both sides' changes wherever they do not collide, and mine wherever they do. */
  readonly text: T;
  readonly clashes: readonly Clash[];
}

/** Brings together two texts that both grew out of `base`. Nothing either side wrote is lost without being asked about. */
export function merge<T extends Written>(base: T, mine: T, theirs: T): Merged<T> {
  const { fields, clashes } = mergeFields(fieldsOf(base), fieldsOf(mine), fieldsOf(theirs));
  let text = withFields(mine, fields);
  for (const list of listsOf(mine)) {
    const lists = [base, mine, theirs].map((one) => entriesOf(one, list));
    const [was = [], my = [], their = []] = lists;
    const merged = mergeList(list, was, my, their);
    clashes.push(...merged.clashes);
    text = withEntries(text, list, merged.entries);
  }
  return { text, clashes };
}

/** Settles one clash in a merged text. `newId` names the second entry when both are kept. */
export function settle<T extends Written>(text: T, clash: Clash, chosen: Chosen, newId: string): T {
  if (clash.sort === 'field') {
    const both = `${String(clash.mine)} / ${String(clash.theirs)}`;
    const value = { mine: clash.mine, theirs: clash.theirs, both }[chosen];
    return withFields(text, { [clash.field]: value });
  }
  const { list, id, mine, theirs } = clash;
  const entries = entriesOf(text, list).flatMap((entry) => {
    if (entry.id !== id) return [entry];
    if (chosen === 'mine') return mine ? [mine] : [];
    if (chosen === 'theirs') return theirs ? [theirs] : [];
    const second = mine && theirs ? [{ ...theirs, id: newId }] : [];
    const first = mine ?? theirs;
    return first ? [first, ...second] : second;
  });
  return withEntries(text, list, entries);
}

/** Whether keeping both makes sense: two days, two lengths of time or two languages cannot both stand. */
export function mayKeepBoth(clash: Clash): boolean {
  if (clash.sort === 'entry') return clash.mine !== null && clash.theirs !== null;
  const areWords = typeof clash.mine === 'string' && typeof clash.theirs === 'string';
  return areWords && clash.field !== 'language' && !clash.field.endsWith('On');
}

export function clashKey(clash: Clash): string {
  return clash.sort === 'field' ? `field:${clash.field}` : `${clash.list}:${clash.id}`;
}

function mergeFields(was: Fields, mine: Fields, theirs: Fields): { fields: Fields; clashes: Clash[] } {
  const fields: Record<string, Value> = { ...mine };
  const clashes: Clash[] = [];
  for (const field of Object.keys(mine)) {
    const [before, my, their] = [was, mine, theirs].map((side) => side[field] ?? null) as [
      Value,
      Value,
      Value,
    ];
    if (my === their || their === before) continue;
    if (my === before) fields[field] = their;
    else clashes.push({ sort: 'field', field, mine: my, theirs: their });
  }
  return { fields, clashes };
}

function mergeList(
  list: string,
  base: readonly Entry[],
  mine: readonly Entry[],
  theirs: readonly Entry[],
): { entries: Entry[]; clashes: Clash[] } {
  const [was, my, their] = [byId(base), byId(mine), byId(theirs)];
  const kept = new Map<string, Entry>();
  const clashes: Clash[] = [];
  for (const id of new Set([...my.keys(), ...their.keys()])) {
    const found = mergeEntry(was.get(id) ?? null, my.get(id) ?? null, their.get(id) ?? null);
    if (found.clash) clashes.push({ sort: 'entry', list, id, ...found.clash });
    if (found.entry) kept.set(id, found.entry);
  }
  return { entries: order(idsOf(base), idsOf(mine), idsOf(theirs), kept), clashes };
}

interface MergedEntry {
  readonly entry: Entry | null;
  readonly clash?: { readonly mine: Entry | null; readonly theirs: Entry | null };
}

function mergeEntry(was: Entry | null, mine: Entry | null, theirs: Entry | null): MergedEntry {
  if (isSame(mine, theirs) || isSame(theirs, was)) return { entry: mine };
  if (isSame(mine, was)) return { entry: theirs };
  // A clash keeps the entry in place, whichever side still has it, until somebody has chosen.
  return { entry: mine ?? theirs, clash: { mine, theirs } };
}

/**
 * My order leads unless only the other side moved entries; entries that the leading order does not know come after the
 * entry they followed on their own side.
 */
function order(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kept: ReadonlyMap<string, Entry>,
): Entry[] {
  const iMoved = !sameOrder(base, mine);
  const [leading, other] = iMoved ? [mine, theirs] : [theirs, mine];
  const ids = leading.filter((id) => kept.has(id));
  other.forEach((id, index) => {
    if (!kept.has(id) || ids.includes(id)) return;
    const before = other
      .slice(0, index)
      .reverse()
      .find((earlier) => ids.includes(earlier));
    ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id);
  });
  return ids.flatMap((id) => kept.get(id) ?? []);
}

function sameOrder(base: readonly string[], mine: readonly string[]): boolean {
  const before = base.filter((id) => mine.includes(id));
  const after = mine.filter((id) => base.includes(id));
  return before.join() === after.join();
}

function byId(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function idsOf(entries: readonly Entry[]): readonly string[] {
  return entries.map((entry) => entry.id);
}
