import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { WordsInTemplate } from '../words/in-templates';
import type { Problem } from '../http/problem';
import { ProblemWords } from '../http/problem-words';

/**
 * What happened, what can be done, and the reference to quote. Used by `<cg-waiting>` for pages that did not arrive,
 * and by pages themselves for an act that failed (then with `role="alert"` on it).
 */
@Component({
  selector: 'cg-problem',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <p class="title">{{ t('platform.states.' + sort() + '.title') }}</p>
      <p>{{ text() }}</p>
      @if (canTryAgain()) {
        <button type="button" class="cg-button" (click)="again.emit()">
          {{ t('platform.states.tryAgain') }}
        </button>
      }
      @if (problem().reference; as reference) {
        <p class="reference">{{ t('platform.states.reference', { reference }) }}</p>
      }
    </ng-container>
  `,
  styleUrl: './problem-notice.scss',
  host: { '[attr.data-sort]': 'sort()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProblemNotice {
  private readonly words = inject(ProblemWords);

  readonly problem = input.required<Problem>();
  /** Whose words for the code come first; see `ProblemWords`. */
  readonly area = input('platform');
  readonly again = output<void>();

  protected readonly sort = computed(() => {
    const { status, isOffline } = this.problem();
    if (isOffline) return 'offline';
    if (status === 404) return 'notFound';
    return status === 403 || status === 410 ? 'noPermission' : 'error';
  });
  protected readonly canTryAgain = computed(() => this.sort() === 'offline' || this.sort() === 'error');
  protected readonly text = computed(() => this.words.of(this.problem(), this.area()));
}
