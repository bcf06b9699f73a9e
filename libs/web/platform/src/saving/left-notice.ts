import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WordsInTemplate } from '../words/in-templates';
import { SaveQueue } from './save-queue';

/** Says that words lie on this device which reached nobody, and leads to them; nothing while there are none. */
@Component({
  selector: 'cg-left-notice',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (count(); as count) {
        <p class="left cg-screen-only">
          {{ t('platform.leftHere.notice', { count }) }}
          <a routerLink="/left-words">{{ t('platform.leftHere.see') }}</a>
        </p>
      }
    </ng-container>
  `,
  styles: `
    .left {
      margin-block: 0 16px;
      padding: 12px 16px;
      border-inline-start: 4px solid var(--cg-tertiary);
      border-radius: 6px;
      background: var(--cg-raised);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeftNotice {
  private readonly queue = inject(SaveQueue);

  protected readonly count = computed(() => this.queue.stuck().filter(({ why }) => why === 'closed').length);
}
