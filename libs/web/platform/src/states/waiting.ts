import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { WordsInTemplate } from '../words/in-templates';
import { Session } from '../session/session';
import type { Loaded } from './loaded';
import { ProblemNotice } from './problem-notice';

/** Quicker answers come without a flicker of grey. */
const PATIENCE = 200;

/** So long what stands below the page stays out of sight, so that the page does not push it away: nobody is kept in. */
const ALONE = 2_000;

/**
 * Stands where something is going to be: nothing for 200 ms, then its outline, or why it does not come.
 *
 *     @if (family.value(); as family) { … } @else { <cg-waiting [on]="family" /> }
 */
@Component({
  selector: 'cg-waiting',
  imports: [ProblemNotice, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (problem(); as problem) {
        <cg-problem [problem]="problem" (again)="on().again()" />
      } @else if (isSlow()) {
        <p class="cg-hidden" role="status">{{ t('platform.states.loading') }}</p>
        <div class="outline" aria-hidden="true">
          @for (width of lines(); track $index) {
            <span [style.inline-size.%]="width"></span>
          }
        </div>
      }
    </ng-container>
  `,
  styleUrl: './waiting.scss',
  host: { '[attr.data-waits]': '(on().isLoading() && !isLong()) || null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Waiting {
  private readonly session = inject(Session);

  readonly on = input.required<Loaded<unknown>>();
  /** A page has a heading above its lines, a list has not. */
  readonly shape = input<'page' | 'list'>('page');

  protected readonly isSlow = signal(false);
  protected readonly isLong = signal(false);
  protected readonly problem = computed(() => {
    const { problem, isLoading } = this.on();
    // An ended session has a sheet of its own over the page.
    return isLoading() || problem()?.isSignedOut ? null : problem();
  });
  protected readonly lines = computed(() => (this.shape() === 'page' ? [45, 92, 88, 60] : [80, 72, 76]));

  constructor() {
    effect(() => {
      // The person is back: what was refused while they were away is asked for again.
      if (this.session.isSignedIn() && this.on().problem()?.isSignedOut) this.on().again();
    });
    effect((stop) => {
      if (!this.on().isLoading()) {
        this.isSlow.set(false);
        return this.isLong.set(false);
      }
      const slow = setTimeout(() => this.isSlow.set(true), PATIENCE);
      const long = setTimeout(() => this.isLong.set(true), ALONE);
      stop(() => [slow, long].forEach(clearTimeout));
    });
  }
}
