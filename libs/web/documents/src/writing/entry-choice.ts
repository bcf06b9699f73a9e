import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Desk } from './desk';

export interface Option {
  readonly value: string;
  readonly words: string;
}

/** Something of an entry that is chosen from a list. */
@Component({
  selector: 'cg-entry-choice',
  template: `
    <div class="field">
      <label [for]="place()">{{ label() }}</label>
      <select [id]="place()" (change)="choose($event)">
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === value()">{{ option.words }}</option>
        }
      </select>
    </div>
  `,
  styleUrl: './part-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryChoice {
  private readonly desk = inject(Desk);

  readonly list = input.required<string>();
  readonly id = input.required<string>();
  readonly field = input.required<string>();
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option[]>();

  protected readonly place = computed(() => `f-${this.id()}-${this.field()}`);
  private readonly entry = computed(() => this.desk.entry(this.list(), this.id())());
  protected readonly value = computed(() => String(Reflect.get(this.entry(), this.field()) ?? ''));

  protected choose(chosen: Event): void {
    const { value } = chosen.target as HTMLSelectElement;
    this.desk.rewrite(this.list(), { ...this.entry(), [this.field()]: value }, null);
  }
}
