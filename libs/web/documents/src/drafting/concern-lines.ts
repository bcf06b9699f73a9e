import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Concern } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';

/** Advice in words, beside what it is about. Never red: nothing has gone wrong. */
@Component({
  selector: 'cg-concern-lines',
  imports: [WordsInTemplate],
  template: `
    @if (lines().length > 0) {
      <ul *cgWords="let t">
        @for (line of lines(); track line.path + line.code) {
          <li>
            {{ t('documents.concerns.' + line.code, line.params) }}
            @if (line.blocks) {
              <span class="cg-quiet">{{ t('documents.concerns.needed') }}</span>
            }
            @if (line.params['quote']) {
              <span class="ways">
                @if (line.params['gentler']) {
                  <button type="button" class="cg-button cg-plain" (click)="take.emit(line)">
                    {{ t('documents.coach.take', line.params) }}
                  </button>
                }
                <button type="button" class="cg-button cg-plain" (click)="keep.emit(line)">
                  {{ t('documents.coach.keep') }}
                  <span class="cg-hidden">{{ t('documents.coach.which', line.params) }}</span>
                </button>
              </span>
            }
            @if (line.code === 'coach-kept') {
              <span class="ways">
                <button type="button" class="cg-button cg-plain" (click)="reconsider.emit()">
                  {{ t('documents.coach.reconsider') }}
                </button>
              </span>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      margin: 0.25rem 0.5rem 0.5rem;
      padding: 0;
      list-style: none;
      font-size: 0.9375rem;
    }
    li {
      padding-inline-start: 0.75rem;
      border-inline-start: 3px solid var(--cg-attention);
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      column-gap: 1rem;
    }
    li + li {
      margin-block-start: 0.25rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConcernLines {
  readonly concerns = input.required<readonly Concern[]>();
  /** The gentler wording is to take the place of the words. */
  readonly take = output<Concern>();
  /** The words stay, and nothing more is to be said of them. */
  readonly keep = output<Concern>();
  readonly reconsider = output();

  /** The same sentence twice at one block, for two empty choices say, is said once. */
  protected readonly lines = computed(() => {
    const seen = new Map(
      this.concerns().map((concern) => [`${concern.code}${JSON.stringify(concern.params)}`, concern]),
    );
    return [...seen.values()];
  });
}
