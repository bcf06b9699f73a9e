import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * The product's one motif: a thread that runs between people. Loose on empty pages, joined on pages that say something
 * is done. Decoration only.
 */
@Component({
  selector: 'cg-thread',
  template: `
    <svg viewBox="0 0 240 56" width="240" height="56" aria-hidden="true" focusable="false">
      <path
        class="line"
        [attr.d]="
          joined()
            ? 'M22 34 C 58 4, 84 4, 120 28 S 182 52, 218 22'
            : 'M22 34 C 58 4, 84 4, 112 24 M130 34 C 160 52, 186 48, 218 22'
        "
      />
      <circle class="person first" cx="22" cy="34" r="9" />
      <circle class="person second" cx="120" cy="28" r="9" />
      <circle class="person third" cx="218" cy="22" r="9" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: 1rem;
    }
    svg {
      max-inline-size: 100%;
      block-size: auto;
      overflow: visible;
    }
    .line {
      fill: none;
      stroke: var(--cg-outline);
      stroke-width: 2;
      stroke-linecap: round;
    }
    .person {
      fill: var(--cg-page);
      stroke-width: 2.5;
    }
    .first {
      stroke: var(--cg-primary);
    }
    .second {
      stroke: var(--cg-tertiary);
    }
    .third {
      stroke: var(--cg-secondary);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Thread {
  readonly joined = input(false);
}
