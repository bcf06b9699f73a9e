import { CdkMenuTrigger } from '@angular/cdk/menu';
import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  type TemplateRef,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { cleanText, isPrompt, LIMITS, type Block, type BlockKind } from '@common-ground/contract';
import { Words, WordsInTemplate } from '@common-ground/web/platform';
import { ChoicesEditor } from './choices-editor';
import { ConditionEditor } from './condition-editor';
import { EntryMenu } from '../../../writing/entry-menu';
import { GrowingText } from '../../../writing/growing-text';
import { Handle } from '../../../writing/handle';
import { KindsMenu } from './kinds-menu';
import { oneLine } from '../../../writing/one-line';
import { SeveralEditor } from './several-editor';
import { WorksheetDesk } from './worksheet-desk';
import { isBare, wordingOf } from './worksheet-model';

/** One block as it is being written: it looks like what the family will get, with one handle beside it. */
@Component({
  selector: 'cg-block-editor',
  imports: [
    CdkMenuTrigger,
    ChoicesEditor,
    ConditionEditor,
    EntryMenu,
    GrowingText,
    Handle,
    KindsMenu,
    NgTemplateOutlet,
    SeveralEditor,
    WordsInTemplate,
  ],
  templateUrl: './block-editor.html',
  styleUrl: './block-editor.scss',
  host: { '(keydown)': 'moveByKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlockEditor {
  private readonly desk = inject(WorksheetDesk);
  private readonly words = inject(Words);
  private readonly adder = viewChild('adder', { read: CdkMenuTrigger });

  readonly id = input.required<string>();
  /** Counted from 1. */
  readonly place = input.required<number>();
  /** What stands beside a block: advice, and the threads of a review. */
  readonly beside = input<TemplateRef<{ readonly $implicit: string }> | null>(null);
  /** Alt+Shift+arrow was pressed: the page moves the block and keeps the cursor where it was. */
  readonly moved = output<number>();

  protected readonly limits = LIMITS;
  protected readonly block = computed<Block>(() => this.desk.block(this.id())());
  protected readonly isBare = computed(() => isBare(this.block()));
  protected readonly name = computed(() => {
    const wording = wordingOf(this.block());
    return wording === '' ? this.words.say(`documents.blocks.${this.block().kind}`) : wording.slice(0, 60);
  });
  /** An empty text block offers everything else. */
  protected readonly isOpen = computed(() => this.block().kind === 'guidance' && this.isBare());

  private isOffering = false;

  protected write(field: string, typed: Event): void {
    const words = (typed.target as HTMLTextAreaElement).value;
    const value = field === 'text' ? cleanText(words) : oneLine(words);
    this.desk.rewrite({ ...this.block(), [field]: value }, field);
  }

  protected tick(field: 'optional' | 'notSure', ticked: Event): void {
    this.desk.rewrite({ ...this.block(), [field]: (ticked.target as HTMLInputElement).checked }, null);
  }

  /** Not marked is the same as never having been: old versions stay what they were. */
  protected mark(ticked: Event): void {
    const block = this.block();
    if (!isPrompt(block)) return;
    const { inShort: _inShort, ...rest } = block;
    const isMarked = (ticked.target as HTMLInputElement).checked;
    this.desk.rewrite(isMarked ? { ...rest, inShort: true } : rest, null);
  }

  /** The keys of a block's first field: Enter goes on below, `/` offers the kinds, Backspace takes an empty block away. */
  protected key(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.goOn();
    } else if (event.key === '/' && this.isOpen()) {
      event.preventDefault();
      this.offerKinds();
    } else if (event.key === 'Backspace' && this.isBare()) {
      event.preventDefault();
      this.desk.remove(this.id());
    }
  }

  /** One-line fields other than the first: Enter leaves the text as it is. */
  protected keepOneLine(event: Event): void {
    event.preventDefault();
  }

  protected choose(kind: BlockKind): void {
    this.desk.turnInto(this.id(), kind);
  }

  protected addBelow(): void {
    this.desk.addAfter(this.id(), 'guidance');
  }

  protected duplicate(): void {
    this.desk.duplicate(this.id());
  }

  protected remove(): void {
    this.desk.remove(this.id());
  }

  protected moveByKey(event: KeyboardEvent): void {
    if (!event.altKey || !event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    this.moved.emit(event.key === 'ArrowUp' ? -1 : 1);
  }

  /** After a question with choices come its choices; after everything else a new block. */
  private goOn(): void {
    const block = this.block();
    const first = 'choices' in block ? block.choices[0] : undefined;
    if (first) this.desk.wanted.set({ block: block.id, choice: first.id, at: 'end' });
    else this.desk.addAfter(block.id, 'guidance');
  }

  /** Escape from a list that `/` opened leads back to the text, not to the button beside it. */
  protected backToText(): void {
    if (this.isOffering) this.desk.wanted.set({ block: this.id(), at: 'end' });
    this.isOffering = false;
  }

  private offerKinds(): void {
    const adder = this.adder();
    this.isOffering = true;
    adder?.open();
    adder?.getMenu()?.focusFirstItem('keyboard');
  }
}
