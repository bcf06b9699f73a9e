import { CdkDragHandle } from '@angular/cdk/drag-drop';
import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The one handle beside a block or an entry: a click opens what can be done with it, pulling moves it. */
@Component({
  selector: 'button[cgHandle]',
  template: `
    <svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
      @for (y of [3, 8, 13]; track y) {
        <circle cx="2.5" [attr.cy]="y" r="1.4" />
        <circle cx="7.5" [attr.cy]="y" r="1.4" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
      align-self: start;
      flex: none;
      inline-size: 2.75rem;
      max-inline-size: 100%;
      min-block-size: 2.75rem;
      padding: 0;
      border: 0;
      border-radius: 6px;
      background: none;
      color: var(--cg-outline);
      cursor: grab;
      touch-action: none;

      &:hover {
        background: var(--cg-raised);
        color: var(--cg-text);
      }
    }

    svg {
      fill: currentcolor;
    }
  `,
  hostDirectives: [CdkDragHandle],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Handle {}
