import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { LIMITS, type Block, type Choice } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { GrowingText } from '../../../writing/growing-text';
import { oneLine } from '../../../writing/one-line';
import { linesOf } from './worksheet-acts';
import { WorksheetDesk } from './worksheet-desk';

/** The choices of a question, one a line: Enter makes the next, Backspace takes an empty one away, lines can be pasted. */
@Component({
  selector: 'cg-choices-editor',
  imports: [GrowingText, WordsInTemplate],
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
    this.desk.writeChoice(this.block().id, choice.id, oneLine((typed.target as HTMLTextAreaElement).value));
  }

  protected writeGroup(choice: Choice, typed: Event): void {
    this.desk.writeGroup(this.block().id, choice.id, oneLine((typed.target as HTMLInputElement).value));
  }

  protected add(): void {
    this.desk.addChoiceAfter(this.block().id, null);
  }

  protected remove(choice: Choice): void {
    this.desk.removeChoice(this.block().id, choice.id);
  }

  protected key(pressedIn: Choice, event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const { id } = this.block();
    // Keys can come faster than the page is drawn; the desk knows the choices as they are now.
    const choices = this.desk.choices(id);
    const at = choices.findIndex((choice) => choice.id === pressedIn.id);
    const isEmpty = choices[at]?.label === '';
    const next = choices[at + 1];
    if (event.key === 'Enter') {
      event.preventDefault();
      // Enter in an empty last choice ends the list, as it does in every text program.
      if (isEmpty && next === undefined && choices.length > 1) {
        this.desk.removeChoice(id, pressedIn.id);
        this.desk.addAfter(id, 'guidance');
      }
      // An empty choice below is waiting to be filled; only where there is none is a new one made.
      else if (next?.label === '') this.desk.wanted.set({ block: id, choice: next.id, at: 'start' });
      else this.desk.addChoiceAfter(id, pressedIn.id);
    } else if (event.key === 'Backspace' && isEmpty && choices.length > 1) {
      event.preventDefault();
      this.desk.removeChoice(id, pressedIn.id);
    } else if (event.altKey && !event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.desk.moveChoice(id, pressedIn.id, event.key === 'ArrowUp' ? -1 : 1);
    }
  }

  protected paste(choice: Choice, event: ClipboardEvent): void {
    const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '');
    if (lines.length < 2) return;
    event.preventDefault();
    const field = event.target as HTMLTextAreaElement;
    const before = field.value.slice(0, field.selectionStart);
    const after = field.value.slice(field.selectionEnd);
    this.desk.pasteChoices(this.block().id, choice.id, { before, lines, after });
  }
}
