import { ChangeDetectionStrategy, Component, ElementRef, inject, input, viewChildren } from '@angular/core';
import type { StandIn, StandIns } from '@common-ground/contract';
import { ProblemNotice, Waiting, WordsInTemplate, furtherOf, loaded } from '@common-ground/web/platform';
import { StandInWords } from './stand-in-words';
import { StandInsClient } from './stand-ins.client';

/** Who stood in for a supervisor, and for whom they did it themselves: folded away, the one that ended last first. */
@Component({
  selector: 'cg-ended-stand-ins',
  imports: [ProblemNotice, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      @if (first.value() === null) {
        <cg-waiting [on]="first" shape="list" />
      } @else if (further.items().length > 0) {
        <details>
          <summary>{{ t('people.away.over') }}</summary>
          <ul class="cg-lines">
            @for (one of further.items(); track one.id) {
              <li #line>
                <p>{{ said.sentence(one) }}</p>
                @for (was of one.before; track was.changedAt) {
                  <p class="cg-quiet">{{ said.before(was) }}</p>
                }
              </li>
            }
          </ul>
          @if (further.problem(); as problem) {
            <cg-problem role="alert" area="people" [problem]="problem" />
          }
          @if (further.next(); as cursor) {
            <div class="cg-buttons">
              <button type="button" class="cg-button" (click)="further.more(cursor)">
                {{ t('people.away.more') }}
              </button>
            </div>
          }
        </details>
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndedStandIns {
  private readonly client = inject(StandInsClient);
  protected readonly said = inject(StandInWords);

  /** Those that run or are to come: whenever they change, one of them may be over. */
  readonly running = input.required<StandIns>();

  protected readonly first = loaded(this.running, () => this.client.ended());
  private readonly lines = viewChildren<string, ElementRef<HTMLElement>>('line', { read: ElementRef });
  protected readonly further = furtherOf<StandIn>(
    this.first.value,
    (cursor) => this.client.ended(cursor),
    this.lines,
  );
}
