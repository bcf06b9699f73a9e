import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { isDay } from '@common-ground/contract';
import type { Beside } from '../kinds/kinds';
import { Desk } from './desk';

/** A day of a plan. What is not a whole day yet is not written down. */
@Component({
  selector: 'cg-day-field',
  imports: [NgTemplateOutlet],
  template: `
    <section class="part" [id]="'block-' + field()">
      <label [for]="'f-' + field()">{{ label() }}</label>
      <input
        type="date"
        class="cg-input day"
        [id]="'f-' + field()"
        [value]="value()"
        (change)="write($event)"
      />
      @if (beside(); as template) {
        <ng-container [ngTemplateOutlet]="template" [ngTemplateOutletContext]="{ $implicit: field() }" />
      }
    </section>
  `,
  styleUrl: './part-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayField {
  private readonly desk = inject(Desk);

  readonly field = input.required<string>();
  readonly label = input.required<string>();
  readonly beside = input<Beside>(null);

  protected readonly value = computed(() => String(this.desk.fields()[this.field()] ?? ''));

  protected write(typed: Event): void {
    const day = (typed.target as HTMLInputElement).value;
    if (day === '' || isDay(day)) this.desk.write({ [this.field()]: day === '' ? null : day });
  }
}
