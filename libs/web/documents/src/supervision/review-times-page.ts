import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { ReviewMonth, ReviewTimes } from '@common-ground/contract';
import { Dates, Empty, PageHeading, Waiting, WordsInTemplate, loadedFrom } from '@common-ground/web/platform';

const A_FEW_DAYS = 48;

/** How long texts wait for a review, for whoever runs the practice: numbers and colleagues, and nothing of any family. */
@Component({
  selector: 'cg-review-times-page',
  imports: [Empty, PageHeading, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      <h1 cgHeading>{{ t('documents.reviewTimes.title') }}</h1>
      <p class="cg-quiet">{{ t('documents.reviewTimes.lead') }}</p>
      @if (times.value(); as told) {
        <section aria-labelledby="now">
          <h2 id="now">{{ t('documents.reviewTimes.now') }}</h2>
          <p>{{ t('documents.reviewTimes.waiting', { count: waiting() }) }}</p>
          @if (told.waiting.length > 0) {
            <ul class="cg-lines">
              @for (pair of told.waiting; track pair.supervisor.id + pair.therapist.id) {
                <li>
                  {{
                    t('documents.reviewTimes.pair', {
                      count: pair.waiting,
                      supervisor: pair.supervisor.displayName,
                      therapist: pair.therapist.displayName,
                      ago: dates.ago(pair.since),
                    })
                  }}
                </li>
              }
            </ul>
          }
        </section>
        <section aria-labelledby="months">
          <h2 id="months">{{ t('documents.reviewTimes.months') }}</h2>
          @for (month of told.months; track month.month) {
            <h3>{{ dates.month(month.month) }}</h3>
            <p>
              {{
                t('documents.reviewTimes.month', {
                  decided: month.decided,
                  documents: month.documents,
                  rounds: month.rounds,
                })
              }}
              {{
                t('documents.reviewTimes.wait', {
                  decided: month.decided,
                  alike: areAlike(month) ? 'yes' : 'no',
                  median: t('documents.reviewTimes.long', long(month.medianHours)),
                  longest: t('documents.reviewTimes.long', long(month.longestHours)),
                })
              }}
            </p>
          } @empty {
            <cg-empty [text]="t('documents.reviewTimes.none')" />
          }
        </section>
      } @else {
        <cg-waiting [on]="times" shape="list" />
      }
    </ng-container>
  `,
  styles: `
    section,
    .cg-quiet {
      max-inline-size: 40rem;
    }
    h3 {
      margin-block: 1rem 0.25rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewTimesPage {
  protected readonly dates = inject(Dates);
  protected readonly times = loadedFrom<ReviewTimes>(() => 'review-times');
  protected readonly waiting = computed(() =>
    (this.times.value()?.waiting ?? []).reduce((sum, { waiting }) => sum + waiting, 0),
  );

  /** Said in the same words, one of the two is enough. */
  protected areAlike({ medianHours, longestHours }: ReviewMonth): boolean {
    const [median, longest] = [medianHours, longestHours].map((hours) => this.long(hours));
    return median?.unit === longest?.unit && median?.count === longest?.count;
  }

  /** Hours for as long as people count in hours. */
  protected long(hours: number): { unit: 'hours' | 'days'; count: number } {
    return hours < A_FEW_DAYS
      ? { unit: 'hours', count: hours }
      : { unit: 'days', count: Math.round(hours / 24) };
  }
}
