import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { cleanText, LIMITS } from '@common-ground/contract';
import type { Beside } from '../kinds/kinds';
import { Desk } from './desk';
import { GrowingText } from './growing-text';
import { oneLine } from './one-line';

/** One field of a plan or a script that there is only one of, with its label above it and the advice below. */
@Component({
  selector: 'cg-part-field',
  imports: [GrowingText, NgTemplateOutlet],
  template: `
    <section class="part" [id]="'block-' + field()">
      <label [for]="'f-' + field()">{{ label() }}</label>
      @if (hint(); as words) {
        <p class="hint" [id]="'hint-' + field()">{{ words }}</p>
      }
      <textarea
        [id]="'f-' + field()"
        [cgGrowing]="value()"
        [attr.maxlength]="longest()"
        [attr.aria-describedby]="hint() ? 'hint-' + field() : null"
        (input)="write($event)"
        (keydown.enter)="keepOneLine($event)"
      ></textarea>
      @if (beside(); as template) {
        <ng-container [ngTemplateOutlet]="template" [ngTemplateOutletContext]="{ $implicit: field() }" />
      }
    </section>
  `,
  styleUrl: './part-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartField {
  private readonly desk = inject(Desk);

  readonly field = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** Several paragraphs may stand in it. */
  readonly long = input(false);
  /** The most characters, where it is not a whole line. */
  readonly limit = input<number | null>(null);
  readonly beside = input<Beside>(null);

  protected readonly longest = computed(() => this.limit() ?? (this.long() ? LIMITS.paragraph : LIMITS.line));
  protected readonly value = computed(() => String(this.desk.fields()[this.field()] ?? ''));

  protected write(typed: Event): void {
    const words = (typed.target as HTMLTextAreaElement).value;
    this.desk.write({
      [this.field()]: this.long() ? cleanText(words) : oneLine(words).slice(0, this.longest()),
    });
  }

  protected keepOneLine(event: Event): void {
    if (!this.long()) event.preventDefault();
  }
}
