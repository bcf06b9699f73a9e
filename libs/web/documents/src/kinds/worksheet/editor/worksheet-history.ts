import { applyAll, inverseAll, type Patch, type WorksheetText } from './worksheet-model';

/** One act of the author, as undo takes it back: a burst of typing in one field, a move, a paste. */
export interface Step {
  readonly patches: readonly Patch[];
  /** Acts of the same key that follow each other closely are one step. Null never joins. */
  readonly key: string | null;
  readonly at: number;
}

/** A text together with everything that led to it and everything that was taken back. Nothing is ever dropped. */
export interface Editing {
  readonly text: WorksheetText;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** A pause longer than this begins a new step, so that undo takes back a phrase rather than a page. */
export const PAUSE = 1_000;

export function begin(text: WorksheetText): Editing {
  return { text, past: [], future: [] };
}

export function act(editing: Editing, patches: readonly Patch[], key: string | null, at: number): Editing {
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

export function undo(editing: Editing): Editing {
  const step = editing.past.at(-1);
  if (step === undefined) return editing;
  return {
    text: applyAll(editing.text, inverseAll(step.patches)),
    past: editing.past.slice(0, -1),
    future: [...editing.future, closed(step)],
  };
}

export function redo(editing: Editing): Editing {
  const step = editing.future.at(-1);
  if (step === undefined) return editing;
  return {
    text: applyAll(editing.text, step.patches),
    past: [...editing.past, step],
    future: editing.future.slice(0, -1),
  };
}

/** The block a step was about, for the cursor to go there; null when it was about the words above the blocks. */
export function blockTouchedBy(step: Step): string | null {
  for (const patch of step.patches.toReversed()) {
    if (patch.sort === 'block') return patch.to.id;
    if (patch.sort === 'insert' || patch.sort === 'remove') return patch.block.id;
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
  if (first.sort === 'block' && second.sort === 'block' && first.to.id === second.to.id) {
    return [{ sort: 'block', from: first.from, to: second.to }];
  }
  if (first.sort === 'head' && second.sort === 'head' && sameFields(first.to, second.to)) {
    return [{ sort: 'head', from: first.from, to: second.to }];
  }
  return patches;
}

function sameFields(one: object, other: object): boolean {
  return Object.keys(one).join() === Object.keys(other).join();
}
