import { CdkDrag, type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import { CdkMenuTrigger } from '@angular/cdk/menu';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
} from '@angular/core';
import {
  LANGUAGES,
  LIMITS,
  type BlockKind,
  type Document as Written,
  type Language,
} from '@common-ground/contract';
import { estimateMinutes, minutesByKind } from '@common-ground/rules/content';
import { Announcer, Words, WordsInTemplate } from '@common-ground/web/platform';
import type { Beside } from '../../kinds';
import { BlockEditor } from './block-editor';
import { GrowingText } from '../../../writing/growing-text';
import { KindsMenu } from './kinds-menu';
import { putBack } from '../../../writing/cursor';
import { holdHeight } from '../../../writing/hold-height';
import { oneLine } from '../../../writing/one-line';
import { WorksheetDesk } from './worksheet-desk';
import { blockOf, wordingOf } from './worksheet-model';

/** A worksheet being written. It looks like the document it will be; the tools stand beside the blocks. */
@Component({
  selector: 'cg-worksheet-editor',
  imports: [BlockEditor, CdkDrag, CdkDropList, CdkMenuTrigger, GrowingText, KindsMenu, WordsInTemplate],
  providers: [WorksheetDesk],
  templateUrl: './worksheet-editor.html',
  styleUrls: ['./worksheet-editor.scss', '../../../writing/dragging.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorksheetEditor {
  protected readonly desk = inject(WorksheetDesk);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);

  /** What stands beside a block, and with `null` beside the words above the blocks. */
  readonly beside = input<Beside>(null);
  readonly family = input<Written['family']>(null);

  protected readonly limits = LIMITS;
  protected readonly languages = LANGUAGES;
  protected readonly minutes = computed(() =>
    estimateMinutes({ ...this.desk.text().content, minutes: null }),
  );
  protected readonly countedAs = computed(() => minutesByKind(this.desk.text().content.blocks));
  protected readonly isFull = computed(() => this.desk.ids().length >= LIMITS.blocks);

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

  protected holdHeight(list: HTMLElement): void {
    holdHeight(list, this.page);
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
    afterNextRender({ read: () => putBack(here, this.page, id) }, { injector: this.injector });
  }

  private sayMoved(id: string): void {
    const block = blockOf(this.desk.text(), id);
    if (block === undefined) return;
    const wording = wordingOf(block).slice(0, 80);
    const name = wording === '' ? this.words.say(`documents.blocks.${block.kind}`) : wording;
    const to = this.desk.ids().indexOf(id) + 1;
    this.announcer.say(this.words.say('documents.editor.moved', { name, to, total: this.desk.ids().length }));
  }
}
