import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { AnswerValue, OpenedAnswer, Prompt } from '@common-ground/contract';
import { compared, isAnswered } from '@common-ground/rules/content';
import { Dates, Words, WordsInTemplate } from '@common-ground/web/platform';
import { AnswerWords } from '../reading/answer-words';
import { ClosenessShape } from './closeness-shape';

/** What others opened to the reader at one question, each beside the reader's own answer. */
@Component({
  selector: 'cg-opened-voices',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerWords, ClosenessShape, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (!isBesideOwn()) {
        <h3>{{ prompt().question }}</h3>
      }
      @if (isAnswered(mine()) && !isBesideOwn()) {
        <p class="who">{{ t('opening.theirs.you') }}</p>
        <cg-answer-words [prompt]="prompt()" [value]="mine()" />
      }
      @for (voice of voices(); track voice.answerId) {
        <p class="who">{{ voice.by }}</p>
        <cg-answer-words [prompt]="prompt()" [value]="voice.value" />
        @if (compared(prompt(), mine(), voice.value); as beside) {
          <p class="beside">
            <cg-closeness-shape [closeness]="beside.closeness" />
            <span>{{
              t('opening.beside.' + beside.of + '.' + beside.closeness, {
                name: voice.by,
                both: listed(beside.both),
              })
            }}</span>
          </p>
        }
      }
    </ng-container>
  `,
  styles: `
    h3 {
      margin: 0 0 8px;
      font-size: 1.125rem;
    }
    .who {
      margin: 16px 0 4px;
      font-weight: 700;
    }
    .beside {
      display: flex;
      align-items: flex-start;
      gap: 12px;
      max-inline-size: 66ch;
      margin: 12px 0 0;
    }
  `,
})
export class OpenedVoices {
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);

  readonly prompt = input.required<Prompt>();
  readonly mine = input.required<AnswerValue>();
  readonly voices = input.required<readonly OpenedAnswer[]>();

  /** Where the question and the reader's own answer stand right above. */
  readonly isBesideOwn = input(false);

  protected readonly compared = compared;
  protected readonly isAnswered = isAnswered;

  /** Labels are the author's own words and may hold commas: quoted, they stay apart. */
  protected listed(labels: readonly string[]): string {
    return this.dates.list(labels.map((label) => this.words.say('opening.quoted', { label })));
  }
}
