import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Closeness } from '@common-ground/rules/content';

/** How far the square has moved out of the ring. */
const OFFSETS: Readonly<Record<Closeness, number>> = { same: 0, near: 14, apart: 38 };

/** A ring and a square: one inside the other, overlapping, or with a gap. The words beside it say the same. */
@Component({
  selector: 'cg-closeness-shape',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 64 24" width="64" height="24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10.5" />
      <rect [attr.x]="6 + offset()" y="6" width="12" height="12" rx="2" />
    </svg>
  `,
  styles: `
    :host {
      flex: none;
    }
    svg {
      display: block;
      fill: none;
      stroke: var(--cg-text);
      stroke-width: 2;
    }
  `,
})
export class ClosenessShape {
  readonly closeness = input.required<Closeness>();

  protected readonly offset = computed(() => OFFSETS[this.closeness()]);
}
