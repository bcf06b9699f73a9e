import type { Block, Language, WorksheetContent } from '@common-ground/contract';

/** What the author writes: exactly what an autosave sends. Never changed in place; unchanged blocks stay the same object. */
export interface WorksheetText {
  readonly title: string;
  readonly content: WorksheetContent;
}

/** The words above the first block. */
export interface Head {
  readonly title: string;
  readonly whyItHelps: string;
  readonly whenAndWhere: string;
  readonly minutes: number | null;
  readonly language: Language;
}

/**
 * One small change that knows its own opposite, so that undo costs what the change cost and a history can be written
 * down as plain JSON.
 */
export type Patch =
  | { readonly sort: 'head'; readonly from: Partial<Head>; readonly to: Partial<Head> }
  | { readonly sort: 'block'; readonly from: Block; readonly to: Block }
  | { readonly sort: 'insert'; readonly at: number; readonly block: Block }
  | { readonly sort: 'remove'; readonly at: number; readonly block: Block }
  | { readonly sort: 'move'; readonly from: number; readonly to: number }
  | { readonly sort: 'whole'; readonly from: WorksheetText; readonly to: WorksheetText };

export function headOf(text: WorksheetText): Head {
  const { whyItHelps, whenAndWhere, minutes, language } = text.content;
  return { title: text.title, whyItHelps, whenAndWhere, minutes, language };
}

export function blockOf(text: WorksheetText, id: string): Block | undefined {
  return text.content.blocks.find((block) => block.id === id);
}

export function placeOf(text: WorksheetText, id: string): number {
  return text.content.blocks.findIndex((block) => block.id === id);
}

/** The sentence a block is known by. */
export function wordingOf(block: Block): string {
  if (block.kind === 'section') return block.title;
  return block.kind === 'guidance' ? block.text : block.question;
}

/** A block as if nothing had been written in it yet. */
export function isBare(block: Block): boolean {
  if (wordingOf(block) !== '') return false;
  if ('help' in block && block.help !== '') return false;
  if (block.kind === 'scale') return block.lowLabel === '' && block.highLabel === '';
  return !('choices' in block) || block.choices.every((choice) => choice.label === '');
}

export function apply(text: WorksheetText, patch: Patch): WorksheetText {
  switch (patch.sort) {
    case 'head': {
      const { title, ...content } = patch.to;
      return { title: title ?? text.title, content: { ...text.content, ...content } };
    }
    case 'block':
      return withBlocks(
        text,
        text.content.blocks.map((block) => (block.id === patch.to.id ? patch.to : block)),
      );
    case 'insert':
      return withBlocks(text, text.content.blocks.toSpliced(patch.at, 0, patch.block));
    case 'remove':
      return withBlocks(text, text.content.blocks.toSpliced(patch.at, 1));
    case 'move':
      return withBlocks(text, moved(text.content.blocks, patch.from, patch.to));
    case 'whole':
      return patch.to;
  }
}

export function applyAll(text: WorksheetText, patches: readonly Patch[]): WorksheetText {
  return patches.reduce(apply, text);
}

export function inverse(patch: Patch): Patch {
  switch (patch.sort) {
    case 'head':
      return { sort: 'head', from: patch.to, to: patch.from };
    case 'block':
      return { sort: 'block', from: patch.to, to: patch.from };
    case 'insert':
      return { ...patch, sort: 'remove' };
    case 'remove':
      return { ...patch, sort: 'insert' };
    case 'move':
      return { sort: 'move', from: patch.to, to: patch.from };
    case 'whole':
      return { sort: 'whole', from: patch.to, to: patch.from };
  }
}

export function inverseAll(patches: readonly Patch[]): Patch[] {
  return patches.map(inverse).reverse();
}

function withBlocks(text: WorksheetText, blocks: readonly Block[]): WorksheetText {
  return { title: text.title, content: { ...text.content, blocks } };
}

function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
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
