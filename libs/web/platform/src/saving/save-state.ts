import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Dates } from '../words/dates';
import { Words } from '../words/words';
import type { SaveState } from './outcome';

/**
 * The four words of saving, always in the same place of a page. A polite live region: it is read out when it
 * changes and never interrupts.
 */
@Component({
  selector: 'cg-save-state',
  template: `
    @if (text() !== '') {
      <span class="mark" [attr.data-word]="of().word" aria-hidden="true"></span>
    }
    {{ text() }}
  `,
  styleUrl: './save-state.scss',
  host: { role: 'status', 'aria-live': 'polite' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveStateLine {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  readonly of = input.required<SaveState>();

  protected readonly text = computed(() => {
    const { word, savedAt } = this.of();
    if (word !== 'saved') return this.words.say(`platform.saving.${word}`);
    if (savedAt === null) return '';
    return this.words.say('platform.saving.saved', { time: this.dates.time(savedAt) });
  });
}
