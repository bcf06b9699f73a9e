import { Injectable, computed, signal, type Signal, type WritableSignal } from '@angular/core';
import { blankWorksheet } from '@common-ground/rules/content';
import { newKey } from '@common-ground/web/platform';
import * as acts from './acts';
import { act, begin, redo, touchedBy, undo, type Editing } from './history';
import {
  entriesOf,
  fieldsOf,
  listsOf,
  placeOf,
  type Entry,
  type Fields,
  type Patches,
  type Written,
} from './written';

/** Where the cursor should go next: into an entry or a field, and there perhaps into one choice. */
export interface Place {
  readonly block: string | null;
  readonly choice?: string;
  readonly at: 'start' | 'end';
  /** The words of the field to mark, instead of a place before or after all of them. */
  readonly words?: { readonly from: number; readonly until: number };
}

/**
 * The document on the author's desk: its text, its history, and where the cursor goes. Each entry has a signal of its
 * own, so that a key pressed in one of two hundred redraws that one alone.
 */
@Injectable()
export class Desk {
  private readonly editing = signal<Editing>(begin({ title: '', content: blankWorksheet('en') }));
  private readonly entries = new Map<string, WritableSignal<Entry>>();
  private readonly lists = new Map<string, Signal<readonly string[]>>();

  readonly text = computed(() => this.editing().text);
  readonly fields = computed(() => fieldsOf(this.text()), { equal: sameFields });
  readonly title = computed(() => this.text().title);
  readonly canUndo = computed(() => this.editing().past.length > 0);
  readonly canRedo = computed(() => this.editing().future.length > 0);
  /** Asks the page to put the cursor somewhere. A new object each time, so that asking twice works twice. */
  readonly wanted = signal<Place | null>(null);
  /** Somebody looks for words: everything that is written has to be on the page. */
  readonly isSearched = signal(false);
  /** The entry that was moved last, and where it stands now. */
  readonly moved = signal<{ readonly id: string; readonly to: number } | null>(null);

  open(editing: Editing): void {
    this.entries.clear();
    this.put(editing);
  }

  /** Everything needed to go on after a reload. */
  snapshot(): Editing {
    return this.editing();
  }

  /** The ids of a list, in order. */
  ids(list: string): Signal<readonly string[]> {
    const known = this.lists.get(list);
    if (known !== undefined) return known;
    const ids = computed(() => entriesOf(this.text(), list).map((entry) => entry.id), { equal: sameList });
    this.lists.set(list, ids);
    return ids;
  }

  entry(list: string, id: string): Signal<Entry> {
    const entry = this.entries.get(keyOf(list, id));
    if (entry === undefined) throw new Error(`There is no ${id} in ${list}.`);
    return entry;
  }

  write(to: Fields): void {
    this.do(acts.writeFields(this.text(), to), `fields:${Object.keys(to).join()}`);
  }

  /** `field` names what is being typed, so that a burst of letters in it is one step of undo. */
  rewrite(list: string, entry: Entry, field: string | null): void {
    this.do(acts.rewrite(this.text(), list, entry), field && `${entry.id}:${field}`);
  }

  /** Adds an entry after another, at the top after `null`, and puts the cursor into it. */
  addAfter(list: string, after: string | null, blank: (id: string) => Entry, atMost: number): void {
    const entry = blank(freshId());
    this.do(acts.addAfter(this.text(), list, after, entry, atMost));
    if (placeOf(this.text(), list, entry.id) >= 0) this.wanted.set({ block: entry.id, at: 'start' });
  }

  duplicate(list: string, id: string, atMost: number): void {
    const made = freshId();
    this.do(acts.duplicate(this.text(), list, id, made, atMost));
    if (placeOf(this.text(), list, made) >= 0) this.wanted.set({ block: made, at: 'end' });
  }

  remove(list: string, id: string): void {
    const at = placeOf(this.text(), list, id);
    this.do(acts.remove(this.text(), list, id));
    const before = entriesOf(this.text(), list)[Math.max(0, at - 1)];
    this.wanted.set({ block: before?.id ?? null, at: 'end' });
  }

  moveTo(list: string, id: string, to: number): void {
    this.do(acts.moveTo(this.text(), list, id, to));
    this.moved.set({ id, to: placeOf(this.text(), list, id) });
  }

  moveBy(list: string, id: string, steps: number): void {
    this.moveTo(list, id, placeOf(this.text(), list, id) + steps);
  }

  /** Takes a gentler wording; false when the words no longer stand there. One step, so that undo gives them back. */
  reword(words: acts.StandingWords, to: string): boolean {
    const patches = acts.reword(this.text(), words, to);
    this.do(patches);
    return patches.length > 0;
  }

  /** A text brought together from two; one step, so that undo gives back what stood here before. */
  replace(to: Written): void {
    this.do([{ sort: 'whole', from: this.text(), to }]);
  }

  undo(): void {
    const step = this.editing().past.at(-1);
    if (step === undefined) return;
    this.put(undo(this.editing()));
    this.wanted.set({ block: touchedBy(step), at: 'end' });
  }

  redo(): void {
    const step = this.editing().future.at(-1);
    if (step === undefined) return;
    this.put(redo(this.editing()));
    this.wanted.set({ block: touchedBy(step), at: 'end' });
  }

  do(patches: Patches, key: string | null = null): void {
    this.put(act(this.editing(), patches, key, Date.now()));
  }

  private put(editing: Editing): void {
    // Entries first: whoever learns of a new id finds its entry.
    for (const list of listsOf(editing.text)) {
      for (const entry of entriesOf(editing.text, list)) {
        const known = this.entries.get(keyOf(list, entry.id));
        if (known) known.set(entry);
        else this.entries.set(keyOf(list, entry.id), signal(entry));
      }
    }
    this.editing.set(editing);
  }
}

function keyOf(list: string, id: string): string {
  return `${list}/${id}`;
}

function sameFields(one: Fields, other: Fields): boolean {
  return Object.keys(one).every((field) => one[field] === other[field]);
}

export function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

/** Short, and plain enough for paths and element ids. */
export function freshId(): string {
  return `b${newKey().slice(0, 12)}`;
}
