import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { Page, StandIn, StandIns } from '@common-ground/contract';
import { ProblemNotice, Waiting, WordsInTemplate, loaded, sendingOf } from '@common-ground/web/platform';
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
      } @else if (ended().length > 0) {
        <details>
          <summary>{{ t('people.away.over') }}</summary>
          <ul class="cg-lines">
            @for (one of ended(); track one.id) {
              <li>
                <p>{{ said.sentence(one) }}</p>
                @for (was of one.before; track was.changedAt) {
                  <p class="cg-quiet">{{ said.before(was) }}</p>
                }
              </li>
            }
          </ul>
          @if (asking.problem(); as problem) {
            <cg-problem role="alert" area="people" [problem]="problem" />
          }
          @if (next(); as cursor) {
            <div class="cg-buttons">
              <button type="button" class="cg-button" (click)="more(cursor)">
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
  private readonly further = linkedSignal<Page<StandIn> | null, readonly Page<StandIn>[]>({
    source: this.first.value,
    computation: () => [],
  });
  protected readonly ended = computed(() =>
    [this.first.value(), ...this.further()].flatMap((page) => page?.items ?? []),
  );
  protected readonly next = computed(() => (this.further().at(-1) ?? this.first.value())?.next ?? null);
  protected readonly asking = sendingOf('people');

  protected async more(cursor: string): Promise<void> {
    const first = this.first.value();
    const page = await this.asking.send(() => this.client.ended(cursor));
    // The list may have begun anew meanwhile.
    if (page && first === this.first.value()) this.further.update((pages) => [...pages, page]);
  }
}
