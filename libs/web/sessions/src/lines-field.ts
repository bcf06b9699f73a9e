import { ChangeDetectionStrategy, Component, input, linkedSignal, output } from '@angular/core';

/**
 * A list written as text, one on each line. What is typed goes out with every key, so that nothing waits unsaved in the
 * field; the text itself stays as it was typed for as long as it means what is kept.
 */
@Component({
  selector: 'cg-lines-field',
  template: `<textarea
    #field
    class="cg-input"
    [id]="fieldId()"
    [rows]="rows()"
    [value]="text()"
    (input)="type(field.value)"
  ></textarea>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinesField {
  readonly fieldId = input.required<string>();
  readonly rows = input(3);
  readonly lines = input.required<readonly string[]>();
  readonly written = output<string[]>();

  protected readonly text = linkedSignal<readonly string[], string>({
    source: this.lines,
    computation: (lines, before) =>
      before !== undefined && linesIn(before.value).join('\n') === lines.join('\n')
        ? before.value
        : lines.join('\n'),
  });

  protected type(text: string): void {
    this.text.set(text);
    this.written.emit(linesIn(text));
  }
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
