import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Words } from '../words/words';
import { Leaving } from './leaving';

/** First in the tab order of every family page. */
@Component({
  selector: 'cg-exit-button',
  template: `
    <button type="button" class="cg-button" (click)="leaving.leave()">
      {{ words.say('platform.exit.act') }}
    </button>
  `,
  host: { '(document:keydown)': 'leaving.press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExitButton {
  protected readonly words = inject(Words);
  protected readonly leaving = inject(Leaving);
}
