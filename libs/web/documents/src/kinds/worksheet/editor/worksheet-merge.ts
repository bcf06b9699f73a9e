import type { Block } from '@common-ground/contract';
import { headOf, isSame, wordingOf, type Head, type WorksheetText } from './worksheet-model';

/** One place that two people, or the same person on two screens, changed differently. */
export type Clash =
  | { readonly sort: 'head'; readonly field: keyof Head; readonly mine: string; readonly theirs: string }
  | {
      readonly sort: 'block';
      readonly id: string;
      /** Null when that side removed the block. */
      readonly mine: Block | null;
      readonly theirs: Block | null;
    };

export const CHOSEN = ['mine', 'theirs', 'both'] as const;
export type Chosen = (typeof CHOSEN)[number];

export interface Merged {
  /** Both sides' changes wherever they do not collide, and mine wherever they do. */
  readonly text: WorksheetText;
  readonly clashes: readonly Clash[];
}

const HEAD_FIELDS = [
  'title',
  'whyItHelps',
  'whenAndWhere',
  'minutes',
] as const satisfies readonly (keyof Head)[];

/** Brings together two texts that both grew out of `base`. Nothing either side wrote is lost without being asked about. */
export function merge(base: WorksheetText, mine: WorksheetText, theirs: WorksheetText): Merged {
  const clashes: Clash[] = [];
  const head = { ...headOf(mine) };
  for (const field of HEAD_FIELDS) {
    const [was, my, their] = [headOf(base)[field], headOf(mine)[field], headOf(theirs)[field]];
    if (my === their || their === was) continue;
    if (my === was) Object.assign(head, { [field]: their });
    else clashes.push({ sort: 'head', field, mine: String(my ?? ''), theirs: String(their ?? '') });
  }

  const was = byId(base);
  const my = byId(mine);
  const their = byId(theirs);
  const kept = new Map<string, Block>();
  for (const id of new Set([...my.keys(), ...their.keys()])) {
    const found = mergeBlock(was.get(id) ?? null, my.get(id) ?? null, their.get(id) ?? null);
    if (found.clash) clashes.push({ sort: 'block', id, ...found.clash });
    if (found.block) kept.set(id, found.block);
  }
  const blocks = order(idsOf(base), idsOf(mine), idsOf(theirs), kept);
  return { text: withHead({ title: mine.title, content: { ...mine.content, blocks } }, head), clashes };
}

/** Settles one clash in a merged text. `newId` names the second block when both are kept. */
export function settle(text: WorksheetText, clash: Clash, chosen: Chosen, newId: string): WorksheetText {
  if (clash.sort === 'head') return settleHead(text, clash, chosen);
  const { id, mine, theirs } = clash;
  const blocks = text.content.blocks.flatMap((block) => {
    if (block.id !== id) return [block];
    if (chosen === 'mine') return mine ? [mine] : [];
    if (chosen === 'theirs') return theirs ? [theirs] : [];
    const second = mine && theirs ? [{ ...theirs, id: newId }] : [];
    const first = mine ?? theirs;
    return first ? [first, ...second] : second;
  });
  return { title: text.title, content: { ...text.content, blocks } };
}

/** Whether keeping both makes sense: two lengths of time, or two languages, cannot both stand. */
export function mayKeepBoth(clash: Clash): boolean {
  return clash.sort === 'head'
    ? !['minutes', 'language'].includes(clash.field)
    : clash.mine !== null && clash.theirs !== null;
}

export function clashKey(clash: Clash): string {
  return clash.sort === 'head' ? `head:${clash.field}` : `block:${clash.id}`;
}

function settleHead(
  text: WorksheetText,
  clash: Extract<Clash, { sort: 'head' }>,
  chosen: Chosen,
): WorksheetText {
  const words = {
    mine: clash.mine,
    theirs: clash.theirs,
    both: `${clash.mine} / ${clash.theirs}`,
  }[chosen];
  const value = clash.field === 'minutes' ? (words === '' ? null : Number.parseInt(words, 10)) : words;
  return withHead(text, { ...headOf(text), [clash.field]: value });
}

interface MergedBlock {
  readonly block: Block | null;
  readonly clash?: { readonly mine: Block | null; readonly theirs: Block | null };
}

function mergeBlock(was: Block | null, mine: Block | null, theirs: Block | null): MergedBlock {
  if (isSame(mine, theirs) || isSame(theirs, was)) return { block: mine };
  if (isSame(mine, was)) return { block: theirs };
  // A clash keeps the block in place, whichever side still has it, until somebody has chosen.
  return { block: mine ?? theirs, clash: { mine, theirs } };
}

/**
 * My order, unless only the other side moved blocks; blocks that the leading order does not know come after the
 * block they followed on their own side.
 */
function order(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kept: ReadonlyMap<string, Block>,
): Block[] {
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

function byId(text: WorksheetText): ReadonlyMap<string, Block> {
  return new Map(text.content.blocks.map((block) => [block.id, block]));
}

function idsOf(text: WorksheetText): readonly string[] {
  return text.content.blocks.map((block) => block.id);
}

function withHead(text: WorksheetText, head: Head): WorksheetText {
  const { title, ...content } = head;
  return { title, content: { ...text.content, ...content } };
}

/** The words of one side of a clash, for showing. */
export function clashWords(block: Block | null): string {
  return block === null ? '' : wordingOf(block);
}
