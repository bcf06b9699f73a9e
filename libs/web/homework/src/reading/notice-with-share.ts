import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { NoticeWithShare } from '@common-ground/contract';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';

/** What goes along with papers of a family under 42 CFR Part 2: the notice, and a copy of each consent. Prints too. */
@Component({
  selector: 'cg-notice-with-share',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <section *cgWords="let t" aria-labelledby="notice-with-share">
      <h2 id="notice-with-share">{{ t('homework.notice.title') }}</h2>
      <p class="words">{{ notice().text }}</p>
      @for (consent of notice().consents; track $index) {
        <h3>
          {{
            t('homework.notice.consent', {
              name: consent.signature,
              day: dayOf(consent.givenAt.slice(0, 10)),
            })
          }}
        </h3>
        <p class="words">{{ consent.wording }}</p>
      }
    </section>
  `,
  styles: `
    section {
      margin-block: 32px;
      padding-block-start: 8px;
      border-block-start: 1px solid var(--cg-line);
    }
    h2 {
      font-size: 1.125rem;
    }
    h3 {
      margin-block-end: 4px;
      font-size: 1rem;
    }
    .words {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class NoticeWithShareView {
  private readonly dates = inject(Dates);

  readonly notice = input.required<NoticeWithShare>();

  protected dayOf(on: string): string {
    return this.dates.day(on);
  }
}
