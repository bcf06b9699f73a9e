import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Language } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';

/** A notice as a family reads it: their type size, the width of a phone, one paragraph after the other. */
@Component({
  selector: 'cg-notice-paper',
  imports: [WordsInTemplate],
  template: `
    <figure *cgWords="let t">
      <figcaption class="cg-hidden">{{ t('practice.notices.asSeen') }}</figcaption>
      <div class="cg-paper" [attr.lang]="language()">
        @for (paragraph of paragraphs(); track $index) {
          <p>{{ paragraph }}</p>
        }
      </div>
    </figure>
  `,
  styles: `
    figure {
      max-inline-size: 24rem;
      margin: 0 0 1rem;
    }
    p {
      font-size: 1.125rem;
      line-height: 1.75rem;
      white-space: pre-line;
    }
    p:last-child {
      margin-block-end: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticePaper {
  readonly text = input.required<string>();
  readonly language = input.required<Language>();

  protected readonly paragraphs = computed(() =>
    this.text()
      .split(/\n{2,}/u)
      .filter((paragraph) => paragraph.trim() !== ''),
  );
}
