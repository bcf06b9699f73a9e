import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GivenVerdict } from '@common-ground/contract';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';

/** What was decided or said about a document, one after the other: who, over which version, when, and in which words. */
@Component({
  selector: 'cg-given-verdicts',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ul *cgWords="let t">
      @for (one of verdicts(); track one.at + one.verdict) {
        <li>
          <p>
            {{
              t(one.forName ? 'documents.given.for.' + one.verdict : 'documents.given.' + one.verdict, {
                supervisor: one.forName,
                name: one.credentials ? one.name + ', ' + one.credentials : one.name,
                version: one.version,
                moment: dates.moment(one.at),
              })
            }}
            @if (one.reviewId && one.reviewId !== here()) {
              <a [routerLink]="['/app/reviews', one.reviewId]"
                >{{ t('documents.given.open')
                }}<span class="cg-hidden">: {{ one.name }}, {{ dates.moment(one.at) }}</span></a
              >
            }
          </p>
          @if (one.summary) {
            <p class="said">{{ one.summary }}</p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      max-inline-size: 46rem;
      margin: 0 0 1rem;
      padding: 0;
      list-style: none;
    }
    li + li {
      margin-block-start: 0.75rem;
    }
    p {
      margin-block: 0;
    }
    .said {
      margin-block-start: 0.25rem;
      padding-inline-start: 0.75rem;
      border-inline-start: 3px solid var(--cg-secondary);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GivenVerdicts {
  protected readonly dates = inject(Dates);

  readonly verdicts = input.required<readonly GivenVerdict[]>();
  /** The review one is reading already. */
  readonly here = input<string>();
}
