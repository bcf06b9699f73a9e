import { Injectable, computed, inject, type Signal } from '@angular/core';
import type { Block, BlockKind, Choice } from '@common-ground/contract';
import { Desk, freshId } from '../../../writing/desk';
import type { Patches } from '../../../writing/written';
import * as acts from './worksheet-acts';
import { headOf, isBare, placeOf, type Head, type WorksheetText } from './worksheet-model';

/** A worksheet on the author's desk: what can be done to its blocks and their choices. */
@Injectable()
export class WorksheetDesk {
  private readonly desk = inject(Desk);

  readonly text = this.desk.text as Signal<WorksheetText>;
  readonly head = computed(() => headOf(this.text()), { equal: sameHead });
  readonly ids = this.desk.ids('blocks');
  readonly wanted = this.desk.wanted;

  block(id: string): Signal<Block> {
    return this.desk.entry('blocks', id) as Signal<Block>;
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
    this.desk.moved.set({ id, to: placeOf(this.text(), id) });
  }

  moveBy(id: string, steps: number): void {
    this.do(acts.moveBy(this.text(), id, steps));
    this.desk.moved.set({ id, to: placeOf(this.text(), id) });
  }

  writeChoice(id: string, choice: string, label: string): void {
    this.do(acts.writeChoice(this.text(), id, choice, label), `${id}:${choice}`);
  }

  writeGroup(id: string, choice: string, group: string): void {
    this.do(acts.writeGroup(this.text(), id, choice, group), `${id}:${choice}:group`);
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

  private isHere(id: string): boolean {
    return placeOf(this.text(), id) >= 0;
  }

  private neighbour(id: string, choice: string, steps: number): Choice | undefined {
    const choices = this.choices(id);
    const at = choices.findIndex((one) => one.id === choice) + steps;
    return at < 0 ? undefined : choices[at];
  }

  private do(patches: Patches, key: string | null = null): void {
    this.desk.do(patches, key);
  }
}

function sameHead(one: Head, other: Head): boolean {
  return (Object.keys(one) as (keyof Head)[]).every((field) => one[field] === other[field]);
}
