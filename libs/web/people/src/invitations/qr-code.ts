import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { create } from 'qrcode';

/** White around the square, in modules; readers need four. */
const QUIET = 4;

/** An address as a square for a phone's camera. Drawn here: no address of ours ever goes to anybody else's server. */
@Component({
  selector: 'cg-qr-code',
  template: `
    @let drawn = square();
    <svg [attr.viewBox]="'0 0 ' + drawn.size + ' ' + drawn.size" role="img" [attr.aria-label]="label()">
      <rect [attr.width]="drawn.size" [attr.height]="drawn.size" fill="#ffffff" />
      <path [attr.d]="drawn.path" fill="#000000" shape-rendering="crispEdges" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      inline-size: 11rem;
      block-size: 11rem;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      border: 1px solid var(--cg-line);
      border-radius: 6px;
      forced-color-adjust: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  protected readonly square = computed(() => {
    const { modules } = create(this.text(), { errorCorrectionLevel: 'M' });
    let path = '';
    for (let row = 0; row < modules.size; row += 1)
      for (let column = 0; column < modules.size; column += 1)
        if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    return { path, size: modules.size + 2 * QUIET };
  });
}
