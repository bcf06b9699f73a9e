import { Injectable, computed, signal, type Signal, type WritableSignal } from '@angular/core';
import type { Block, BlockKind, Choice } from '@common-ground/contract';
import { blankWorksheet } from '@common-ground/rules/content';
import { newKey } from '@common-ground/web/platform';
import * as acts from './worksheet-acts';
import { act, begin, blockTouchedBy, redo, undo, type Editing } from './worksheet-history';
import { headOf, isBare, placeOf, type Head, type WorksheetText } from './worksheet-model';

/** Where the cursor should go next. `choice` is set when it belongs into one choice of a block. */
export interface Place {
  readonly block: string | null;
  readonly choice?: string;
  readonly at: 'start' | 'end';
}

/**
 * The worksheet on the author's desk: its text, its history, and where the cursor goes. Each block has a signal of its
 * own, so that a key pressed in one of two hundred blocks redraws that one alone.
 */
@Injectable()
export class WorksheetDesk {
  private readonly editing = signal<Editing>(begin({ title: '', content: blankWorksheet('en') }));
  private readonly blocks = new Map<string, WritableSignal<Block>>();

  readonly text = computed(() => this.editing().text);
  readonly head = computed(() => headOf(this.text()), { equal: sameHead });
  readonly ids = computed(() => this.text().content.blocks.map((block) => block.id), { equal: sameList });
  readonly canUndo = computed(() => this.editing().past.length > 0);
  readonly canRedo = computed(() => this.editing().future.length > 0);
  /** Asks the page to put the cursor somewhere. A new object each time, so that asking twice works twice. */
  readonly wanted = signal<Place | null>(null);
  /** The block that was moved last, and where it stands now; said aloud by the page. */
  readonly moved = signal<{ readonly id: string; readonly to: number } | null>(null);

  open(editing: Editing): void {
    this.blocks.clear();
    this.put(editing);
  }

  /** Everything needed to go on after a reload. */
  snapshot(): Editing {
    return this.editing();
  }

  block(id: string): Signal<Block> {
    const block = this.blocks.get(id);
    if (block === undefined) throw new Error(`no block ${id}`);
    return block;
  }

  /** The choices of a block; none where the block has no room for any. */
  choices(id: string): readonly Choice[] {
    const block = this.block(id)();
    return acts.hasChoices(block) ? block.choices : [];
  }

  write(to: Partial<Head>): void {
    this.do(acts.writeHead(this.text(), to), `head:${Object.keys(to).join()}`);
  }

  /** `field` names what is being typed, so that a burst of letters in it is one step of undo. */
  rewrite(block: Block, field: string | null): void {
    this.do(acts.rewrite(this.text(), block), field && `${block.id}:${field}`);
  }

  addAfter(id: string | null, kind: BlockKind): void {
    const made = freshId();
    this.do(acts.addAfter(this.text(), id, kind, made));
    if (this.isHere(made)) this.wanted.set({ block: made, at: 'start' });
  }

  addLast(kind: BlockKind): void {
    const last = this.text().content.blocks.at(-1);
    // An empty block at the end was waiting for this.
    if (last?.kind === 'guidance' && isBare(last)) this.turnInto(last.id, kind);
    else this.addAfter(last?.id ?? null, kind);
  }

  turnInto(id: string, kind: BlockKind): void {
    this.do(acts.turnInto(this.text(), id, kind));
    this.wanted.set({ block: id, at: 'end' });
  }

  duplicate(id: string): void {
    const made = freshId();
    this.do(acts.duplicate(this.text(), id, made));
    if (this.isHere(made)) this.wanted.set({ block: made, at: 'end' });
  }

  remove(id: string): void {
    const at = placeOf(this.text(), id);
    this.do(acts.remove(this.text(), id));
    const before = this.text().content.blocks[Math.max(0, at - 1)];
    this.wanted.set({ block: before?.id ?? null, at: 'end' });
  }

  moveTo(id: string, to: number): void {
    this.do(acts.moveTo(this.text(), id, to));
    this.moved.set({ id, to: placeOf(this.text(), id) });
  }

  moveBy(id: string, steps: number): void {
    this.do(acts.moveBy(this.text(), id, steps));
    this.moved.set({ id, to: placeOf(this.text(), id) });
  }

  writeChoice(id: string, choice: string, label: string): void {
    this.do(acts.writeChoice(this.text(), id, choice, label), `${id}:${choice}`);
  }

  addChoiceAfter(id: string, after: string | null): void {
    const made = freshId();
    this.do(acts.addChoiceAfter(this.text(), id, after, made));
    this.wanted.set({ block: id, choice: made, at: 'end' });
  }

  removeChoice(id: string, choice: string): void {
    const before = this.neighbour(id, choice, -1) ?? this.neighbour(id, choice, 1);
    this.do(acts.removeChoice(this.text(), id, choice));
    this.wanted.set({ block: id, ...(before && { choice: before.id }), at: 'end' });
  }

  moveChoice(id: string, choice: string, steps: number): void {
    this.do(acts.moveChoice(this.text(), id, choice, steps));
    this.wanted.set({ block: id, choice, at: 'end' });
  }

  pasteChoices(id: string, choice: string, pasted: Parameters<typeof acts.pasteChoices>[3]): void {
    let last = choice;
    this.do(acts.pasteChoices(this.text(), id, choice, pasted, () => (last = freshId())));
    this.wanted.set({ block: id, choice: last, at: 'end' });
  }

  /** A text brought together from two; one step, so that undo gives back what stood here before. */
  replace(to: WorksheetText): void {
    this.do([{ sort: 'whole', from: this.text(), to }]);
  }

  undo(): void {
    const step = this.editing().past.at(-1);
    if (step === undefined) return;
    this.put(undo(this.editing()));
    this.goTo(blockTouchedBy(step));
  }

  redo(): void {
    const step = this.editing().future.at(-1);
    if (step === undefined) return;
    this.put(redo(this.editing()));
    this.goTo(blockTouchedBy(step));
  }

  private goTo(block: string | null): void {
    this.wanted.set({ block: block !== null && this.isHere(block) ? block : null, at: 'end' });
  }

  private isHere(id: string): boolean {
    return placeOf(this.text(), id) >= 0;
  }

  private neighbour(id: string, choice: string, steps: number): Choice | undefined {
    const choices = this.choices(id);
    const at = choices.findIndex((one) => one.id === choice) + steps;
    return at < 0 ? undefined : choices[at];
  }

  private do(patches: acts.Patches, key: string | null = null): void {
    this.put(act(this.editing(), patches, key, Date.now()));
  }

  private put(editing: Editing): void {
    // Blocks first: whoever learns of a new id finds its block.
    for (const block of editing.text.content.blocks) {
      const known = this.blocks.get(block.id);
      if (known) known.set(block);
      else this.blocks.set(block.id, signal(block));
    }
    this.editing.set(editing);
  }
}

function sameHead(one: Head, other: Head): boolean {
  return (Object.keys(one) as (keyof Head)[]).every((field) => one[field] === other[field]);
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

/** Short, and plain enough for paths and element ids. */
function freshId(): string {
  return `b${newKey().slice(0, 12)}`;
}
