import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { WordsInTemplate } from '@common-ground/web/platform';

const WIDTH = 320;
const HEIGHT = 112;
const EDGE = 8;
const MOST = 10;

/**
 * The numbers of a scale, one after the other. The sentence says what the picture shows, and neither says whether that is
 * good; when each was chosen stands in the list below.
 */
@Component({
  selector: 'cg-scale-over-time',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <p>{{ t('homework.responses.time.scale', told()) }}</p>
      <svg
        [attr.viewBox]="'0 0 ' + width + ' ' + height"
        [attr.width]="width"
        [attr.height]="height"
        aria-hidden="true"
        focusable="false"
      >
        @for (y of lines; track y) {
          <path class="line" [attr.d]="'M' + edge + ' ' + y + 'H' + (width - edge)" />
        }
        <path class="way" [attr.d]="way()" />
        @for (dot of dots(); track $index) {
          <circle [attr.cx]="dot.x" [attr.cy]="dot.y" r="4" />
        }
      </svg>
      <p class="cg-quiet ends">{{ t('homework.answer.scaleEnds', { low: low(), high: high() }) }}</p>
    </ng-container>
  `,
  styles: `
    p {
      margin: 0;
    }
    svg {
      display: block;
      max-inline-size: 100%;
      block-size: auto;
      margin-block: 8px;
    }
    .line {
      stroke: var(--cg-line);
      stroke-width: 1;
    }
    .way {
      fill: none;
      stroke: var(--cg-primary);
      stroke-width: 2;
      stroke-linejoin: round;
    }
    circle {
      fill: var(--cg-primary);
      stroke: var(--cg-page);
      stroke-width: 1.5;
    }
    .ends {
      font-size: 0.9375rem;
    }
  `,
})
export class ScaleOverTime {
  readonly numbers = input.required<readonly number[]>();
  readonly low = input.required<string>();
  readonly high = input.required<string>();

  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;
  protected readonly edge = EDGE;
  protected readonly lines = [0, MOST / 2, MOST].map(heightOf);

  protected readonly told = computed(() => {
    const numbers = this.numbers();
    return {
      ...{ count: numbers.length, first: numbers[0], last: numbers.at(-1) },
      ...{ lowest: Math.min(...numbers), highest: Math.max(...numbers) },
    };
  });
  protected readonly dots = computed(() => {
    const numbers = this.numbers();
    const step = (WIDTH - 2 * EDGE) / Math.max(1, numbers.length - 1);
    return numbers.map((value, at) => ({ x: EDGE + at * step, y: heightOf(value) }));
  });
  protected readonly way = computed(
    () =>
      `M${this.dots()
        .map(({ x, y }) => `${x} ${y}`)
        .join('L')}`,
  );
}

/** The highest number stands at the top. */
function heightOf(value: number): number {
  return EDGE + (1 - value / MOST) * (HEIGHT - 2 * EDGE);
}
