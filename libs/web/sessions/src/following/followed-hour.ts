import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import type { FollowedHour } from '@common-ground/contract';
import {
  Dates,
  SafetyCardView,
  Words,
  WordsInTemplate,
  keepScreenAwake,
  type Following,
} from '@common-ground/web/platform';

const A_SECOND = 1_000;
const MINUTE = 60;

/** What people are at, on the phone of somebody who is with them. Nothing here asks for anything. */
@Component({
  selector: 'cg-followed-hour',
  imports: [SafetyCardView, WordsInTemplate],
  templateUrl: './followed-hour.html',
  styleUrl: './followed-hour.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FollowedHourPanel {
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);

  readonly hour = input.required<FollowedHour>();
  readonly live = input.required<Following<FollowedHour>>();

  private readonly now = signal(performance.now());
  /** How long is left for the entry, in words that hurry nobody; null when people are at none. */
  protected readonly time = computed(() => {
    const { entry, seconds, stands } = this.hour();
    if (entry === null || stands !== 'under-way') return null;
    const passed = seconds.entry + Math.max(0, (this.now() - this.live().toldAt()) / A_SECOND);
    const count = Math.floor(entry.minutes - passed / MINUTE);
    const key = count >= 1 ? 'left' : count === 0 ? 'nearly' : 'longer';
    return this.words.say(`asked.live.${key}`, { count });
  });
  protected readonly silentSince = computed(() => {
    const since = this.live().silentSince();
    return since === null ? null : this.dates.time(since);
  });

  constructor() {
    keepScreenAwake();
    const tick = setInterval(() => this.now.set(performance.now()), A_SECOND);
    inject(DestroyRef).onDestroy(() => clearInterval(tick));
  }
}
