import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Words, today } from '@common-ground/web/platform';
import { hopedDay } from './hoped-day';

/** "Ready when you are", the day somebody hopes for while it is still ahead, and the last day it takes answers. */
@Component({
  selector: 'cg-due-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ text() }}`,
})
export class DueLine {
  private readonly words = inject(Words);

  readonly dueOn = input.required<string | null>();
  /** The last day it takes answers; null while it has no end. */
  readonly openUntilOn = input<string | null>(null);
  readonly name = input.required<string>();

  protected readonly text = computed(() => {
    const named = (on: string | null): string | null => hopedDay(on, today(), this.words.language());
    const [day, until] = [named(this.dueOn()), named(this.openUntilOn())];
    const when =
      day === null
        ? this.words.say('homework.due.none')
        : this.words.say('homework.due.hoped', { name: this.name(), day });
    return until === null ? when : `${when} ${this.words.say('homework.due.until', { day: until })}`;
  });
}
