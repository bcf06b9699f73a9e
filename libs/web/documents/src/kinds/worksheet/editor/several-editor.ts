import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import {
  cleanText,
  COLUMN_SORTS,
  LIMITS,
  ROWS_FOR,
  type Column,
  type ColumnSort,
  type Prompt,
  type RepeatingRowPrompt,
  type RowsFor,
  type SupportMenuPrompt,
  type TimedExercisePrompt,
  type TimedStep,
} from '@common-ground/contract';
import { secondsOf } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import { freshId } from '../../../writing/desk';
import { GrowingText } from '../../../writing/growing-text';
import { oneLine } from '../../../writing/one-line';
import { PromptRoom } from '../prompt-room';
import { ChoicesEditor } from './choices-editor';
import { WorksheetDesk } from './worksheet-desk';

/** What an author writes in a prompt of several things, besides its question. */
@Component({
  selector: 'cg-several-editor',
  imports: [ChoicesEditor, GrowingText, PromptRoom, WordsInTemplate],
  templateUrl: './several-editor.html',
  styleUrl: './several-editor.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeveralEditor {
  private readonly desk = inject(WorksheetDesk);

  readonly prompt = input.required<Prompt>();
  /** The block's place, counted from 1. */
  readonly place = input.required<number>();

  protected readonly limits = LIMITS;
  protected readonly rowsFor = ROWS_FOR;
  protected readonly columnSorts = COLUMN_SORTS;
  protected readonly secondsOf = secondsOf;

  protected write(field: string, typed: Event): void {
    const { value } = typed.target as HTMLInputElement | HTMLTextAreaElement;
    const words = field === 'text' ? cleanText(value) : oneLine(value);
    this.desk.rewrite({ ...this.prompt(), [field]: words }, field);
  }

  protected tick(prompt: SupportMenuPrompt, field: 'asksFromWhom' | 'asksWhen', ticked: Event): void {
    this.desk.rewrite({ ...prompt, [field]: (ticked.target as HTMLInputElement).checked }, null);
  }

  protected writeStep(prompt: TimedExercisePrompt, step: TimedStep, typed: Event): void {
    const label = oneLine((typed.target as HTMLInputElement).value);
    this.putStep(prompt, { ...step, label }, step.id);
  }

  protected writeSeconds(prompt: TimedExercisePrompt, step: TimedStep, typed: Event): void {
    const seconds = within(typed, LIMITS.stepSeconds, step.seconds);
    this.putStep(prompt, { ...step, seconds }, null);
  }

  protected writeRounds(prompt: TimedExercisePrompt, typed: Event): void {
    const rounds = within(typed, LIMITS.rounds, prompt.rounds);
    this.desk.rewrite({ ...prompt, rounds }, null);
  }

  protected addStep(prompt: TimedExercisePrompt): void {
    const id = freshId();
    this.desk.rewrite({ ...prompt, steps: [...prompt.steps, { id, label: '', seconds: 4 }] }, null);
    this.desk.wanted.set({ block: prompt.id, choice: id, at: 'end' });
  }

  protected removeStep(prompt: TimedExercisePrompt, { id }: TimedStep): void {
    this.desk.rewrite({ ...prompt, steps: prompt.steps.filter((step) => step.id !== id) }, null);
    this.desk.wanted.set({ block: prompt.id, at: 'end' });
  }

  protected chooseRows(prompt: RepeatingRowPrompt, chosen: Event): void {
    const rowsFor = (chosen.target as HTMLSelectElement).value as RowsFor;
    this.desk.rewrite({ ...prompt, rowsFor }, null);
  }

  protected writeColumn(prompt: RepeatingRowPrompt, column: Column, typed: Event): void {
    const label = oneLine((typed.target as HTMLInputElement).value);
    this.putColumn(prompt, { ...column, label }, column.id);
  }

  protected chooseSort(prompt: RepeatingRowPrompt, column: Column, chosen: Event): void {
    const sort = (chosen.target as HTMLSelectElement).value as ColumnSort;
    this.putColumn(prompt, { ...column, sort, choices: sort === 'choice' ? column.choices : [] }, null);
  }

  /** One choice a line; a line that is kept keeps its id, whatever is written around it. */
  protected writeColumnChoices(prompt: RepeatingRowPrompt, column: Column, typed: Event): void {
    const lines = cleanText((typed.target as HTMLTextAreaElement).value)
      .split('\n')
      .slice(0, LIMITS.choices);
    const known = new Map(column.choices.map((choice) => [choice.label, choice.id]));
    const used = new Set<string>();
    const choices = lines.map((line, at) => {
      const label = line.slice(0, LIMITS.line);
      const before = known.get(label) ?? column.choices[at]?.id;
      const id = before !== undefined && !used.has(before) ? before : freshId();
      used.add(id);
      return { id, label };
    });
    this.putColumn(prompt, { ...column, choices }, `${column.id}:choices`);
  }

  protected linesOf({ choices }: Column): string {
    return choices.map(({ label }) => label).join('\n');
  }

  protected addColumn(prompt: RepeatingRowPrompt): void {
    const id = freshId();
    const column: Column = { id, label: '', sort: 'text', choices: [] };
    this.desk.rewrite({ ...prompt, columns: [...prompt.columns, column] }, null);
    this.desk.wanted.set({ block: prompt.id, choice: id, at: 'end' });
  }

  protected removeColumn(prompt: RepeatingRowPrompt, { id }: Column): void {
    this.desk.rewrite({ ...prompt, columns: prompt.columns.filter((column) => column.id !== id) }, null);
    this.desk.wanted.set({ block: prompt.id, at: 'end' });
  }

  private putStep(prompt: TimedExercisePrompt, to: TimedStep, field: string | null): void {
    const steps = prompt.steps.map((step) => (step.id === to.id ? to : step));
    this.desk.rewrite({ ...prompt, steps }, field);
  }

  private putColumn(prompt: RepeatingRowPrompt, to: Column, field: string | null): void {
    const columns = prompt.columns.map((column) => (column.id === to.id ? to : column));
    this.desk.rewrite({ ...prompt, columns }, field);
  }
}

/** A whole number from 1 to so many; anything else changes nothing. */
function within(typed: Event, atMost: number, before: number): number {
  const field = typed.target as HTMLInputElement;
  const number = Number(field.value);
  if (Number.isInteger(number) && number >= 1 && number <= atMost) return number;
  field.value = String(before);
  return before;
}
