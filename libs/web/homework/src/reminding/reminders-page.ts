import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  REMINDER_HOURS,
  WEEKDAYS,
  type MyReminders,
  type ReminderChoice,
  type ReminderHour,
  type Weekday,
} from '@common-ground/contract';
import {
  Dates,
  PageHeading,
  ProblemNotice,
  SafetyCardView,
  TimeZoneChoice,
  Waiting,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { RemindersClient } from './reminders.client';

/** When a short mail may say that something is waiting. Nothing is sent unless somebody chooses it here. */
@Component({
  selector: 'cg-reminders-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageHeading, ProblemNotice, RouterLink, SafetyCardView, TimeZoneChoice, WordsInTemplate, Waiting],
  templateUrl: './reminders-page.html',
  styleUrl: './reminders-page.scss',
})
export class RemindersPage {
  private readonly client = inject(RemindersClient);
  private readonly dates = inject(Dates);

  protected readonly mine = loaded(
    () => 'mine',
    (_mine, abort) => this.client.read(abort),
  );
  protected readonly sending = sendingOf('homework');
  protected readonly isKept = signal(false);
  /** What stands in the form: what was chosen last, or a quiet hour on most days, still switched off. */
  private readonly form = linkedSignal(() => begunWith(this.mine.value()));
  protected readonly wantsThem = linkedSignal(() => (this.mine.value()?.choice?.days.length ?? 0) > 0);
  protected readonly days = computed(() => this.form().days);
  protected readonly hour = computed(() => this.form().hour);
  protected readonly timeZone = computed(() => this.form().timeZone);
  protected readonly whenAsked = computed(() => this.form().whenAsked);
  protected readonly wantsAny = computed(() => this.wantsThem() || this.whenAsked());
  protected readonly hasNoDay = signal(false);

  protected readonly hours = computed(() =>
    REMINDER_HOURS.map((hour) => ({ hour, words: this.dates.hour(hour) })),
  );
  protected readonly weekdays = computed(() =>
    WEEKDAYS.map((day) => ({ day, words: this.dates.weekday(day) })),
  );
  protected want(wanted: boolean): void {
    this.wantsThem.set(wanted);
    this.touched();
  }

  protected toggle(day: Weekday): void {
    const days = this.days();
    this.change({ days: days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort() });
  }

  protected chooseHour(value: string): void {
    const hour = REMINDER_HOURS.find((one) => String(one) === value);
    if (hour !== undefined) this.change({ hour });
  }

  protected change(some: Partial<ReminderChoice>): void {
    this.form.update((form) => ({ ...form, ...some }));
    this.touched();
  }

  protected async keep(held: MyReminders): Promise<void> {
    this.hasNoDay.set(this.wantsThem() && this.days().length === 0);
    if (this.hasNoDay()) return;
    const choice = { ...this.form(), days: this.wantsThem() ? this.days() : [] };
    const kept = await this.sending.send(() => this.client.choose(held.revision, choice));
    if (kept === null) {
      // On another device something else was chosen in between: from now on that is what is changed.
      if (this.sending.problem()?.code === 'revision-stale') this.mine.again();
      return;
    }
    this.mine.set(kept);
    this.isKept.set(true);
  }

  private touched(): void {
    this.isKept.set(false);
    this.hasNoDay.set(false);
  }
}

const AFTER_SUPPER: ReminderHour = 18;

function begunWith(mine: MyReminders | null): ReminderChoice {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const choice = mine?.choice ?? { days: [], hour: AFTER_SUPPER, timeZone, whenAsked: false };
  return choice.days.length > 0 ? choice : { ...choice, days: WEEKDAYS };
}
