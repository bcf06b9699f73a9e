import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WordsInTemplate } from '../words/in-templates';
import { areNumbersOld } from '../session/old-numbers';
import { Session } from '../session/session';

/** Above every page of the staff, once nobody has tried the numbers on the safety card for three months. */
@Component({
  selector: 'cg-numbers-notice',
  imports: [RouterLink, WordsInTemplate],
  template: `
    @if (areOld()) {
      <p class="cg-screen-only" *cgWords="let t">
        {{ t('platform.safety.old') }}
        @if (session.may().administer) {
          <a routerLink="/admin/practice">{{ t('platform.safety.checkThem') }}</a>
        } @else {
          <a routerLink="/help-now">{{ t('platform.safety.seeThem') }}</a>
        }
      </p>
    }
  `,
  styles: `
    p {
      margin-block-end: 1.5rem;
      padding: 0.75rem 1rem;
      border-inline-start: 4px solid var(--cg-attention);
      background: var(--cg-raised);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumbersNotice {
  protected readonly session = inject(Session);
  protected readonly areOld = computed(() => {
    const safety = this.session.safety();
    return safety !== null && areNumbersOld(safety.checkedOn, new Date().toISOString().slice(0, 10));
  });
}
