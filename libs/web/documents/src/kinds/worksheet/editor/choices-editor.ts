import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { LIMITS, type Block, type Choice } from '@common-ground/contract';
import { TranslocoDirective } from '@common-ground/web/platform';
import { linesOf, oneLine } from './worksheet-acts';
import { WorksheetDesk } from './worksheet-desk';

/** The choices of a question, one a line: Enter makes the next, Backspace takes an empty one away, lines can be pasted. */
@Component({
  selector: 'cg-choices-editor',
  imports: [TranslocoDirective],
  templateUrl: './choices-editor.html',
  styleUrl: './choices-editor.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoicesEditor {
  private readonly desk = inject(WorksheetDesk);

  readonly block = input.required<Extract<Block, { choices: readonly Choice[] }>>();
  /** The block's place, counted from 1. */
  readonly place = input.required<number>();

  protected readonly limit = LIMITS.line;

  protected write(choice: Choice, typed: Event): void {
    this.desk.writeChoice(this.block().id, choice.id, oneLine((typed.target as HTMLInputElement).value));
  }

  protected add(): void {
    this.desk.addChoiceAfter(this.block().id, null);
  }

  protected remove(choice: Choice): void {
    this.desk.removeChoice(this.block().id, choice.id);
  }

  protected key(choice: Choice, event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const { id, choices } = this.block();
    const isEmpty = choice.label === '';
    if (event.key === 'Enter') {
      event.preventDefault();
      // Enter in an empty last choice ends the list, as it does in every text program.
      if (isEmpty && choices.at(-1)?.id === choice.id && choices.length > 1) {
        this.desk.removeChoice(id, choice.id);
        this.desk.addAfter(id, 'guidance');
      } else this.desk.addChoiceAfter(id, choice.id);
    } else if (event.key === 'Backspace' && isEmpty && choices.length > 1) {
      event.preventDefault();
      this.desk.removeChoice(id, choice.id);
    } else if (event.altKey && !event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.desk.moveChoice(id, choice.id, event.key === 'ArrowUp' ? -1 : 1);
    }
  }

  protected paste(choice: Choice, event: ClipboardEvent): void {
    const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '');
    if (lines.length < 2) return;
    event.preventDefault();
    const field = event.target as HTMLInputElement;
    const before = field.value.slice(0, field.selectionStart ?? 0);
    const after = field.value.slice(field.selectionEnd ?? field.value.length);
    this.desk.pasteChoices(this.block().id, choice.id, { before, lines, after });
  }
}
