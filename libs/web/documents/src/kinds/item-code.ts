import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { WordsInTemplate } from '@common-ground/web/platform';

/** The code that stands beside a part on paper, so that both can be found by it. */
@Component({
  selector: 'cg-item-code',
  imports: [WordsInTemplate],
  template: `
    @if (code(); as code) {
      <ng-container *cgWords="let t">
        <span class="cg-hidden">{{ t('platform.paper.code') }} </span>{{ code }}
      </ng-container>
    }
  `,
  styles: `
    :host {
      float: inline-end;
      margin-inline-start: 1rem;
      color: var(--cg-quiet);
      font-size: 0.875rem;
      letter-spacing: 0.04em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemCode {
  readonly code = input<string>();
}
