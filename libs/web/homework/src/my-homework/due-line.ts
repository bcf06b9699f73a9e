import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Words, today } from '@common-ground/web/platform';
import { hopedDay } from './hoped-day';

/** "Ready when you are", and the day somebody hopes for while it is still ahead. */
@Component({
  selector: 'cg-due-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ text() }}`,
})
export class DueLine {
  private readonly words = inject(Words);

  readonly dueOn = input.required<string | null>();
  readonly name = input.required<string>();

  protected readonly text = computed(() => {
    const day = hopedDay(this.dueOn(), today(), this.words.language());
    return day === null
      ? this.words.say('homework.due.none')
      : this.words.say('homework.due.hoped', { name: this.name(), day });
  });
}
