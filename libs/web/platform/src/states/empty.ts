import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Thread } from './thread';

/** Nothing here yet: one sentence, and the act that changes it projected inside. `<cg-empty [text]="t('…')"><a …></cg-empty>` */
@Component({
  selector: 'cg-empty',
  imports: [Thread],
  template: `
    <cg-thread />
    <p>{{ text() }}</p>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding-block: 1.5rem;
    }
    p {
      max-inline-size: 34rem;
      margin-block: 0 1rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Empty {
  readonly text = input.required<string>();
}
