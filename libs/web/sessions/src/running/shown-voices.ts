import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ShownReveal } from '@common-ground/contract';
import { compared } from '@common-ground/rules/content';
import { AnswerWords, ClosenessShape } from '@common-ground/web/homework';
import { Dates, Words, WordsInTemplate } from '@common-ground/web/platform';

/** What several people answered to one question, beside each other, and where they are close: in words and in shapes. */
@Component({
  selector: 'cg-shown-voices',
  imports: [AnswerWords, ClosenessShape, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <ul class="voices">
        @for (voice of reveal().voices; track voice.answerId) {
          <li>
            <p class="who">{{ voice.by }}</p>
            <cg-answer-words [prompt]="reveal().prompt" [value]="voice.value" />
          </li>
        }
      </ul>
      @for (pair of pairs(); track pair.key) {
        <p class="beside">
          <cg-closeness-shape [closeness]="pair.closeness" />
          <span>{{
            t('running.reveals.beside.' + pair.of + '.' + pair.closeness, {
              one: pair.one,
              other: pair.other,
              both: pair.both,
            })
          }}</span>
        </p>
      }
    </ng-container>
  `,
  styles: `
    .voices {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
      gap: 1rem 2rem;
      margin: 0.5rem 0 0;
      padding: 0;
      list-style: none;
      font-size: 1.25rem;
      line-height: 1.875rem;
    }
    .who {
      margin: 0 0 0.25rem;
      font-weight: 700;
    }
    .beside {
      display: flex;
      align-items: flex-start;
      gap: 0.75rem;
      margin: 0.75rem 0 0;
      font-size: 1.25rem;
      line-height: 1.75rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShownVoices {
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);

  readonly reveal = input.required<ShownReveal>();

  protected readonly pairs = computed(() => {
    const { prompt, voices } = this.reveal();
    return voices.flatMap((one, at) =>
      voices.slice(at + 1).flatMap((other) => {
        const beside = compared(prompt, one.value, other.value);
        if (beside === null) return [];
        const { of, closeness } = beside;
        const both = this.dates.list(
          beside.both.map((label) => this.words.say('running.reveals.quoted', { label })),
        );
        const key = one.answerId + other.answerId;
        return [{ key, of, closeness, both, one: one.by, other: other.by }];
      }),
    );
  });
}
