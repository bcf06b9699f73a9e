import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import type { MailHours } from '@common-ground/contract';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const EVERY_HOUR = Array.from({ length: 24 }, (_none, hour) => hour);
/** What stands there when somebody begins to choose: nobody is woken by it. */
const AT_FIRST: MailHours = { days: WEEKDAYS, from: 9, until: 20 };

/** The days and hours at which mail may go out to somebody, or that it may at any time. */
@Component({
  selector: 'cg-mail-hours-field',
  imports: [WordsInTemplate],
  template: `
    <fieldset *cgWords="let t" [attr.aria-describedby]="error() ? 'mail-hours-error' : null">
      <legend>{{ t('people.edit.mailHours.legend') }}</legend>
      <label class="cg-choice">
        <input
          type="radio"
          name="mail-hours"
          [checked]="hours() === null"
          aria-describedby="mail-hours-hint"
          (change)="hours.set(null)"
        />
        <span>{{ t('people.edit.mailHours.always') }}</span>
      </label>
      <label class="cg-choice">
        <input
          type="radio"
          name="mail-hours"
          [checked]="hours() !== null"
          aria-describedby="mail-hours-hint"
          (change)="hours.set(hours() ?? first)"
        />
        <span>{{ t('people.edit.mailHours.some') }}</span>
      </label>
      <p id="mail-hours-hint" class="cg-quiet">{{ t('people.edit.mailHours.hint') }}</p>
      @if (error(); as words) {
        <p id="mail-hours-error" class="fault">{{ words }}</p>
      }
      @if (hours(); as now) {
        <fieldset>
          <legend>{{ t('people.edit.mailHours.days') }}</legend>
          @for (day of weekdays; track day) {
            <label class="cg-choice">
              <input
                type="checkbox"
                [id]="day === 1 ? 'mailHours.days' : 'mail-day-' + day"
                [checked]="now.days.includes(day)"
                (change)="toggle(now, day)"
              />
              <span>{{ dates.weekday(day) }}</span>
            </label>
          }
        </fieldset>
        <div class="times">
          <label>
            <span>{{ t('people.edit.mailHours.from') }}</span>
            <select id="mailHours.from" class="cg-input" (change)="begin(now, $event)">
              @for (hour of everyHour; track hour) {
                <option [value]="hour" [selected]="hour === now.from">{{ dates.hour(hour) }}</option>
              }
            </select>
          </label>
          <label>
            <span>{{ t('people.edit.mailHours.until') }}</span>
            <select id="mailHours.until" class="cg-input" (change)="end(now, $event)">
              @for (hour of ends(); track hour) {
                <option [value]="hour" [selected]="hour === now.until">
                  {{ hour === 24 ? t('people.edit.mailHours.midnight') : dates.hour(hour) }}
                </option>
              }
            </select>
          </label>
        </div>
      }
    </fieldset>
  `,
  styles: `
    fieldset fieldset {
      margin-block: 0.5rem;
    }
    .times {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem 1.5rem;
    }
    .times span {
      display: block;
      margin-block-end: 0.25rem;
      font-weight: 700;
    }
    .fault {
      color: var(--cg-error);
      font-weight: 700;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailHoursField {
  protected readonly dates = inject(Dates);

  /** Null for at any time. */
  readonly hours = model.required<MailHours | null>();
  readonly error = input<string | null>(null);

  protected readonly first = AT_FIRST;
  protected readonly weekdays = WEEKDAYS;
  protected readonly everyHour = EVERY_HOUR;
  /** Hours end after they begin. */
  protected readonly ends = computed(() =>
    EVERY_HOUR.map((hour) => hour + 1).filter((hour) => hour > (this.hours()?.from ?? 0)),
  );

  protected toggle(now: MailHours, day: number): void {
    const days = now.days.includes(day) ? now.days.filter((other) => other !== day) : [...now.days, day];
    this.hours.set({ ...now, days: days.sort() });
  }

  protected begin(now: MailHours, event: Event): void {
    const from = numberIn(event);
    this.hours.set({ ...now, from, until: Math.max(now.until, from + 1) });
  }

  protected end(now: MailHours, event: Event): void {
    this.hours.set({ ...now, until: numberIn(event) });
  }
}

function numberIn({ target }: Event): number {
  return Number((target as HTMLSelectElement).value);
}
