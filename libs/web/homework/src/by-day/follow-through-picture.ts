import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { daysAfter } from '@common-ground/contract';
import { daysToComeBack, type FollowThroughDay } from '@common-ground/rules/content';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';

/** Four weeks fit on a phone as four rows of seven. */
const DAYS_SHOWN = 28;

/**
 * The last four weeks of a boundary plan, a shape for each day with words below it, and how soon somebody came back
 * to the plan. Nothing here is red, and a day without an entry is only a day without an entry.
 */
@Component({
  selector: 'cg-follow-through-picture',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <p>
        {{ t(name() === null ? 'days.told' : 'days.toldOf', told()) }}
      </p>
      @if (back(); as days) {
        <p>{{ t('days.cameBack', { days }) }}</p>
      }
      <ol class="picture" [attr.aria-label]="t('days.picture')">
        @for (day of shown(); track day.on) {
          <li>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
              @switch (day.outcome) {
                @case ('kept') {
                  <circle class="full" cx="12" cy="12" r="9" />
                }
                @case ('bent') {
                  <circle cx="12" cy="12" r="8" />
                  <path class="full" d="M12 4a8 8 0 0 0 0 16z" />
                }
                @case ('crossed') {
                  <circle cx="12" cy="12" r="8" />
                  <path d="M7 17 17 7" />
                }
                @default {
                  <circle class="none" cx="12" cy="12" r="2" />
                }
              }
            </svg>
            <span class="cg-hidden"
              >{{ dayOf(day.on) }}: {{ t('days.outcome.' + (day.outcome ?? 'none')) }}</span
            >
          </li>
        }
      </ol>
      <p class="cg-quiet legend">{{ t('days.legend') }}</p>
    </ng-container>
  `,
  styles: `
    .picture {
      display: grid;
      grid-template-columns: repeat(7, 36px);
      gap: 4px 0;
      margin: 12px 0;
      padding: 0;
      list-style: none;
    }
    circle,
    path {
      fill: none;
      stroke: var(--cg-primary);
      stroke-width: 2;
    }
    .full {
      fill: var(--cg-primary);
    }
    .none {
      fill: var(--cg-outline);
      stroke: none;
    }
    .legend {
      font-size: 1rem;
    }
  `,
})
export class FollowThroughPicture {
  private readonly dates = inject(Dates);

  readonly log = input.required<readonly FollowThroughDay[]>();
  /** Whose log it is, where somebody else reads it. */
  readonly name = input<string | null>(null);
  /** `YYYY-MM-DD`; the last day of the picture. */
  readonly until = input.required<string>();

  protected readonly told = computed(() => {
    const of = (wanted: string): number => this.log().filter(({ outcome }) => outcome === wanted).length;
    return { name: this.name(), kept: of('kept'), bent: of('bent'), crossed: of('crossed') };
  });
  /** The days of the latest return; null while there was none. */
  protected readonly back = computed(() => daysToComeBack(this.log())[0] ?? null);
  protected readonly shown = computed(() => {
    const outcomes = new Map(this.log().map(({ on, outcome }) => [on, outcome]));
    return Array.from({ length: DAYS_SHOWN }, (_, index) => {
      const on = daysAfter(this.until(), index - DAYS_SHOWN + 1);
      return { on, outcome: outcomes.get(on) ?? null };
    });
  });

  protected dayOf(on: string): string {
    return this.dates.day(on);
  }
}
