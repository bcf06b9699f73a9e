import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Leaving } from './leaving';

/** First in the tab order of every family page. */
@Component({
  selector: 'cg-exit-button',
  imports: [TranslocoPipe],
  template: `
    <button type="button" class="cg-button" (click)="leaving.leave()">
      {{ 'platform.exit.act' | transloco }}
    </button>
  `,
  host: { '(document:keydown)': 'leaving.press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExitButton {
  protected readonly leaving = inject(Leaving);
}
