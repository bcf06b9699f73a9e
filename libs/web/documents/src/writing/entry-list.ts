import { CdkDrag, type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import { CdkMenuTrigger } from '@angular/cdk/menu';
import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  Injector,
  TemplateRef,
  afterNextRender,
  computed,
  contentChild,
  inject,
  input,
} from '@angular/core';
import { Announcer, Words, WordsInTemplate } from '@common-ground/web/platform';
import type { Beside } from '../kinds/kinds';
import { putBack } from './cursor';
import { Desk } from './desk';
import { EntryMenu } from './entry-menu';
import { Handle } from './handle';
import { holdHeight } from './hold-height';
import { hasWords } from './entry-words';
import type { Entry } from './written';

/** What is projected into a list for each entry: its id, and its place counted from 1. */
export interface EntryContext {
  readonly $implicit: string;
  readonly place: number;
}

/**
 * A list that grows while one writes. Enter goes on to the entry's next field and, after the last, to a new entry;
 * Backspace takes an empty entry away; Alt+Shift+arrows move it, and so does its handle, by its menu or pulled along.
 */
@Component({
  selector: 'cg-entry-list',
  imports: [CdkDrag, CdkDropList, CdkMenuTrigger, EntryMenu, Handle, NgTemplateOutlet, WordsInTemplate],
  templateUrl: './entry-list.html',
  styleUrls: ['./entry-list.scss', './dragging.scss'],
  host: { '(keydown)': 'key($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryList {
  private readonly desk = inject(Desk);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);

  readonly list = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** What one entry is called, with its place: "Step 2". */
  readonly nameOf = input.required<(place: number) => string>();
  readonly addLabel = input.required<string>();
  readonly blank = input.required<(id: string, after: string | null) => Entry>();
  readonly atMost = input.required<number>();
  /** The one entry to show, where they are gone through one by one. */
  readonly shown = input<string | null>(null);
  readonly beside = input<Beside>(null);
  /** What stands between the heading and the first entry. */
  readonly above = input<TemplateRef<unknown> | null>(null);

  protected readonly entry = contentChild.required<TemplateRef<EntryContext>>(TemplateRef);
  protected readonly ids = computed(() => this.desk.ids(this.list())());
  protected readonly isFull = computed(() => this.ids().length >= this.atMost());

  protected add(after: string | null = this.shown() ?? this.ids().at(-1) ?? null): void {
    this.desk.addAfter(this.list(), after, (id) => this.blank()(id, after), this.atMost());
  }

  protected duplicate(id: string): void {
    this.desk.duplicate(this.list(), id, this.atMost());
  }

  protected remove(id: string): void {
    this.desk.remove(this.list(), id);
  }

  protected moveBy(id: string, steps: number): void {
    const here = this.page.activeElement;
    this.desk.moveBy(this.list(), id, steps);
    this.sayMoved(id);
    afterNextRender({ read: () => putBack(here, this.page, id) }, { injector: this.injector });
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    const id = this.ids()[previousIndex];
    if (id === undefined || previousIndex === currentIndex) return;
    this.desk.moveTo(this.list(), id, currentIndex);
    this.sayMoved(id);
  }

  protected holdHeight(list: HTMLElement): void {
    holdHeight(list, this.page);
  }

  protected key(event: KeyboardEvent): void {
    const field = event.target;
    const item = field instanceof HTMLElement ? field.closest<HTMLElement>('li[id^="block-"]') : null;
    if (item === null) return;
    const id = item.id.slice('block-'.length);
    if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      return this.moveBy(id, event.key === 'ArrowUp' ? -1 : 1);
    }
    if (!(field instanceof HTMLTextAreaElement) || event.isComposing || event.ctrlKey || event.metaKey)
      return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.goOn(id, item, field);
    } else if (event.key === 'Backspace' && !hasWords(this.desk.entry(this.list(), id)())) {
      event.preventDefault();
      this.remove(id);
    }
  }

  private sayMoved(id: string): void {
    const [to, total] = [this.ids().indexOf(id) + 1, this.ids().length];
    this.announcer.say(this.words.say('documents.editor.moved', { name: this.nameOf()(to), to, total }));
  }

  private goOn(id: string, item: HTMLElement, field: HTMLTextAreaElement): void {
    const fields = [...item.querySelectorAll('textarea')];
    const next = fields[fields.indexOf(field) + 1];
    if (next === undefined || 'goesOn' in field.dataset) this.add(id);
    else next.focus();
  }
}
