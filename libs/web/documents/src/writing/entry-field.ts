import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { LIMITS } from '@common-ground/contract';
import { Desk } from './desk';
import { GrowingText } from './growing-text';
import { oneLine } from './one-line';

/** One line of an entry: what a step says, who does it, when. */
@Component({
  selector: 'cg-entry-field',
  imports: [GrowingText],
  template: `
    <div class="field">
      <label [for]="place()">{{ label() }}</label>
      <textarea
        [id]="place()"
        [cgGrowing]="value()"
        [attr.maxlength]="limit()"
        [attr.data-goes-on]="goesOn() ? '' : null"
        (input)="write($event)"
      ></textarea>
    </div>
  `,
  styleUrl: './part-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryField {
  private readonly desk = inject(Desk);

  readonly list = input.required<string>();
  readonly id = input.required<string>();
  readonly field = input.required<string>();
  readonly label = input.required<string>();
  readonly limit = input<number>(LIMITS.line);
  /** The field the cursor comes to when it is sent to this entry. */
  readonly first = input(false);
  /** Enter begins the next entry here, although this one has more fields. */
  readonly goesOn = input(false);

  protected readonly place = computed(() =>
    this.first() ? `f-${this.id()}` : `f-${this.id()}-${this.field()}`,
  );
  private readonly entry = computed(() => this.desk.entry(this.list(), this.id())());
  protected readonly value = computed(() => String(Reflect.get(this.entry(), this.field()) ?? ''));

  protected write(typed: Event): void {
    const words = oneLine((typed.target as HTMLTextAreaElement).value).slice(0, this.limit());
    this.desk.rewrite(this.list(), { ...this.entry(), [this.field()]: words }, this.field());
  }
}
