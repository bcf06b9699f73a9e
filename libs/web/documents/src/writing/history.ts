import { applyAll, inverseAll, type Patch, type Written } from './written';

/** One act of the author, as undo takes it back: a burst of typing in one field, a move, a paste. */
export interface Step {
  readonly patches: readonly Patch[];
  /** Acts of the same key that follow each other closely are one step. Null never joins. */
  readonly key: string | null;
  readonly at: number;
}

/** A text together with everything that led to it and everything that was taken back. Nothing is ever dropped. */
export interface Editing<T extends Written = Written> {
  readonly text: T;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** A pause longer than this begins a new step, so that undo takes back a phrase rather than a page. */
export const PAUSE = 1_000;

export function begin<T extends Written>(text: T): Editing<T> {
  return { text, past: [], future: [] };
}

export function act<T extends Written>(
  editing: Editing<T>,
  patches: readonly Patch[],
  key: string | null,
  at: number,
): Editing<T> {
  if (patches.length === 0) return editing;
  const text = applyAll(editing.text, patches);
  const last = editing.past.at(-1);
  if (
    last !== undefined &&
    key !== null &&
    last.key === key &&
    at - last.at < PAUSE &&
    editing.future.length === 0
  ) {
    const joined: Step = { patches: squeezed([...last.patches, ...patches]), key, at };
    return { text, past: editing.past.toSpliced(-1, 1, joined), future: [] };
  }
  return { text, past: [...editing.past, { patches, key, at }], future: [] };
}

export function undo<T extends Written>(editing: Editing<T>): Editing<T> {
  const step = editing.past.at(-1);
  if (step === undefined) return editing;
  return {
    text: applyAll(editing.text, inverseAll(step.patches)),
    past: editing.past.slice(0, -1),
    future: [...editing.future, closed(step)],
  };
}

export function redo<T extends Written>(editing: Editing<T>): Editing<T> {
  const step = editing.future.at(-1);
  if (step === undefined) return editing;
  return {
    text: applyAll(editing.text, step.patches),
    past: [...editing.past, step],
    future: editing.future.slice(0, -1),
  };
}

/** What a step was about, for the cursor to go there: an entry by its id, or a field by its name. */
export function touchedBy(step: Step): string | null {
  for (const patch of step.patches.toReversed()) {
    if (patch.sort === 'entry') return patch.to.id;
    if (patch.sort === 'insert' || patch.sort === 'remove') return patch.entry.id;
    if (patch.sort === 'fields') return Object.keys(patch.to)[0] ?? null;
  }
  return null;
}

/** A step that was taken back once does not grow any more. */
function closed(step: Step): Step {
  return step.key === null ? step : { ...step, key: null };
}

/** Letters typed one by one into the same field need only the first state and the last. */
function squeezed(patches: readonly Patch[]): readonly Patch[] {
  const [first, second, ...more] = patches;
  if (first === undefined || second === undefined || more.length > 0) return patches;
  if (first.sort === 'entry' && second.sort === 'entry' && first.to.id === second.to.id) {
    return [{ ...first, to: second.to }];
  }
  if (first.sort === 'fields' && second.sort === 'fields' && sameFields(first.to, second.to)) {
    return [{ ...first, to: second.to }];
  }
  return patches;
}

function sameFields(one: object, other: object): boolean {
  return Object.keys(one).join() === Object.keys(other).join();
}
