import { CdkDrag, type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import { CdkMenuTrigger } from '@angular/cdk/menu';
import { OverlayContainer } from '@angular/cdk/overlay';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  Injector,
  type TemplateRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
} from '@angular/core';
import { LANGUAGES, LIMITS, type BlockKind, type Language } from '@common-ground/contract';
import { estimateMinutes } from '@common-ground/rules/content';
import { Announcer, TranslocoDirective, Words } from '@common-ground/web/platform';
import { BlockEditor } from './block-editor';
import { GrowingText } from './growing-text';
import { KindsMenu } from './kinds-menu';
import { MenusInPage } from './menus-in-page';
import { oneLine } from './worksheet-acts';
import { WorksheetDesk, type Place } from './worksheet-desk';
import { blockOf, wordingOf } from './worksheet-model';

/** A worksheet being written. It looks like the document it will be; the tools stand beside the blocks. */
@Component({
  selector: 'cg-worksheet-editor',
  imports: [BlockEditor, CdkDrag, CdkDropList, CdkMenuTrigger, GrowingText, KindsMenu, TranslocoDirective],
  providers: [{ provide: OverlayContainer, useClass: MenusInPage }],
  templateUrl: './worksheet-editor.html',
  styleUrl: './worksheet-editor.scss',
  host: { '(document:keydown)': 'historyKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorksheetEditor {
  protected readonly desk = inject(WorksheetDesk);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);

  /** What stands beside a block, and with `null` beside the words above the blocks. */
  readonly beside = input<TemplateRef<{ readonly $implicit: string }> | null>(null);

  protected readonly limits = LIMITS;
  protected readonly languages = LANGUAGES;
  protected readonly minutes = computed(() =>
    estimateMinutes({ ...this.desk.text().content, minutes: null }),
  );
  protected readonly isFull = computed(() => this.desk.ids().length >= LIMITS.blocks);

  constructor() {
    effect(() => {
      const place = this.desk.wanted();
      if (place) afterNextRender({ read: () => this.goTo(place) }, { injector: this.injector });
    });
  }

  protected write(field: 'title' | 'whyItHelps' | 'whenAndWhere', typed: Event): void {
    this.desk.write({ [field]: oneLine((typed.target as HTMLTextAreaElement).value) });
  }

  /** Emptied, the product goes back to its own estimate; what is no number from 1 to 240 changes nothing. */
  protected writeMinutes(typed: Event): void {
    const field = typed.target as HTMLInputElement;
    const minutes = Number(field.value);
    if (field.value.trim() === '') this.desk.write({ minutes: null });
    else if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 240) this.desk.write({ minutes });
    else field.value = String(this.desk.head().minutes ?? '');
  }

  protected writeLanguage(chosen: Event): void {
    this.desk.write({ language: (chosen.target as HTMLSelectElement).value as Language });
  }

  protected titleEnter(event: Event): void {
    event.preventDefault();
    const [first] = this.desk.ids();
    const block = first === undefined ? undefined : blockOf(this.desk.text(), first);
    if (block && wordingOf(block) === '') this.desk.wanted.set({ block: block.id, at: 'start' });
    else this.desk.addAfter(null, 'guidance');
  }

  protected add(kind: BlockKind): void {
    this.desk.addLast(kind);
  }

  /** A block being lifted is for a moment nowhere: a page that grew shorter by it would scroll under the hand. */
  protected holdHeight(list: HTMLElement): void {
    list.style.minBlockSize = `${list.offsetHeight}px`;
    const letGo = (): void => void list.style.removeProperty('min-block-size');
    for (const end of ['pointerup', 'pointercancel']) this.page.addEventListener(end, letGo, { once: true });
  }

  protected drop(event: CdkDragDrop<unknown>): void {
    const id = this.desk.ids()[event.previousIndex];
    if (id === undefined || event.previousIndex === event.currentIndex) return;
    this.desk.moveTo(id, event.currentIndex);
    this.sayMoved(id);
  }

  /** Moving a block moves its element, which costs the cursor its place; so it is put back. */
  protected moveBy(id: string, steps: number): void {
    const here = this.page.activeElement;
    this.desk.moveBy(id, steps);
    this.sayMoved(id);
    afterNextRender({ read: () => restore(here, this.page, id) }, { injector: this.injector });
  }

  /** One undo for everything: the fields' own would know nothing of moves and take back letters only. */
  protected historyKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !this.isOurs(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.desk.redo();
    else this.desk.undo();
  }

  /** A reply or a note that is being written outside the document keeps its own undo. */
  private isOurs(target: EventTarget | null): boolean {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return true;
    return target.id.startsWith('f-');
  }

  private sayMoved(id: string): void {
    const block = blockOf(this.desk.text(), id);
    if (block === undefined) return;
    const wording = wordingOf(block).slice(0, 80);
    const name = wording === '' ? this.words.say(`documents.blocks.${block.kind}`) : wording;
    const to = this.desk.ids().indexOf(id) + 1;
    this.announcer.say(this.words.say('documents.editor.moved', { name, to, total: this.desk.ids().length }));
  }

  private goTo({ block, choice, at }: Place): void {
    const id = block === null ? 'f-title' : choice ? `f-${block}-${choice}` : `f-${block}`;
    const field = this.page.getElementById(id);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.focus();
    // A name that was only lent is written over by the first letter.
    if (block === null && field.value === this.words.say('documents.untitled')) return field.select();
    const caret = at === 'start' ? 0 : field.value.length;
    field.setSelectionRange(caret, caret);
  }
}

/** A menu that just closed has given the cursor to its handle; a moved block has lost it altogether. */
function restore(before: Element | null, page: Document, id: string): void {
  const isStillThere = before instanceof HTMLElement && before.isConnected && before !== page.body;
  const target =
    isStillThere && before.closest('[role=menu]') === null ? before : page.getElementById(`f-${id}`);
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
