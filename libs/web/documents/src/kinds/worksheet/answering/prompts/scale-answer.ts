import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RATHER_NOT_SAY, type ScalePrompt } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import type { AnswerForm, FormChange } from '../answer-form';

/** 0 to 10 as radio buttons. The ends carry their meaning in their names, so that nobody has to see the row to know. */
@Component({
  selector: 'cg-scale-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <div
      *cgWords="let t"
      role="radiogroup"
      aria-labelledby="question"
      [attr.aria-describedby]="describedBy()"
      [attr.aria-invalid]="isAtFault() ? true : null"
    >
      <div class="ends" aria-hidden="true">
        <span>{{ '0 ' + prompt().lowLabel }}</span>
        <span>{{ '10 ' + prompt().highLabel }}</span>
      </div>
      <div class="row">
        @for (step of steps; track step) {
          <label class="step">
            <input
              type="radio"
              name="answer"
              [attr.id]="step === 0 ? 'answer' : null"
              [attr.aria-label]="
                step === 0
                  ? t('homework.question.scaleLow', { low: prompt().lowLabel })
                  : step === 10
                    ? t('homework.question.scaleHigh', { high: prompt().highLabel })
                    : null
              "
              [checked]="form().instead === null && form().scale === step"
              (change)="pick(step)"
            />
            <span>{{ step }}</span>
          </label>
        }
      </div>
      <div class="cg-apart">
        <label class="cg-pick">
          <input
            type="radio"
            name="answer"
            [checked]="form().instead === 'rather-not-say'"
            (change)="ratherNotSay()"
          />
          <span>{{ t('homework.question.ratherNotSay') }}</span>
        </label>
      </div>
    </div>
  `,
  styleUrl: './scale-answer.scss',
})
export class ScaleAnswer {
  readonly prompt = input.required<ScalePrompt>();
  readonly form = input.required<AnswerForm>();
  readonly isAtFault = input(false);
  readonly describedBy = input<string | null>(null);
  readonly changed = output<FormChange>();

  protected readonly steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

  protected pick(scale: number): void {
    this.changed.emit((form) => ({ ...form, scale, instead: null }));
  }

  protected ratherNotSay(): void {
    this.changed.emit((form) => ({ ...form, instead: RATHER_NOT_SAY }));
  }
}
