import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ActionField, TakeHomeContent } from '@common-ground/contract';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';

/** What stands below the sentence of an action, in this order. */
const BELOW = ['when', 'howOften', 'howWeWillKnow', 'ifItSlips'] as const satisfies readonly ActionField[];

/** A page to take home as its reader has it: on their phone, and before the therapist who gives it. */
@Component({
  selector: 'cg-take-home-view',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (page().decision; as decision) {
        <h3>{{ t('asked.page.decision') }}</h3>
        <p class="words">{{ decision }}</p>
      }
      @if (page().actions.length > 0) {
        <h3>{{ t('asked.page.actions') }}</h3>
        <ul>
          @for (action of page().actions; track action.id) {
            <li>
              <p class="words">
                <strong>{{ action.who }}</strong>: {{ action.what }}
              </p>
              <dl>
                @for (field of below; track field) {
                  @if (action[field]; as words) {
                    <div>
                      <dt>{{ t('asked.page.fields.' + field) }}</dt>
                      <dd>{{ words }}</dd>
                    </div>
                  }
                }
              </dl>
            </li>
          }
        </ul>
      }
      @if (page().helped; as helped) {
        <h3>{{ t('asked.page.helped') }}</h3>
        <p class="words">{{ helped }}</p>
      }
      @if (nextOn(); as day) {
        <h3>{{ t('asked.page.next') }}</h3>
        <p class="day">{{ day }}</p>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    h3 {
      margin-block: 1.25rem 0.25rem;
      font-size: 1rem;
    }
    h3:first-child {
      margin-block-start: 0;
    }
    .words {
      margin: 0;
      font-family: var(--cg-serif);
      font-size: 1.125rem;
      white-space: pre-line;
    }
    .day {
      margin: 0;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-block: 0.5rem;
    }
    li + li {
      border-block-start: 1px solid var(--cg-line);
    }
    dl {
      margin: 0.25rem 0 0;
    }
    dl div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5rem;
    }
    dt {
      color: var(--cg-quiet);
    }
    dd {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakeHomeView {
  private readonly dates = inject(Dates);

  readonly page = input.required<TakeHomeContent>();

  protected readonly below = BELOW;
  protected readonly nextOn = computed(() => {
    const { nextOn } = this.page();
    return nextOn === null ? null : this.dates.day(nextOn);
  });
}
