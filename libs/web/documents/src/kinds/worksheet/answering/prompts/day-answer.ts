import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RATHER_NOT_SAY } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import type { AnswerForm, DayFields, FormChange } from '../answer-form';

/** A day as three text fields: the pattern people manage best, on every phone and with every keyboard. */
@Component({
  selector: 'cg-day-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <div role="group" aria-labelledby="question" [attr.aria-describedby]="describedBy()" class="day">
        @for (part of parts(); track part; let first = $first) {
          <label class="part" [class.year]="part === 'year'">
            <span>{{ t('homework.question.' + part) }}</span>
            <input
              class="cg-answer"
              type="text"
              inputmode="numeric"
              autocomplete="off"
              [attr.id]="first ? 'answer' : null"
              [attr.aria-invalid]="isAtFault() ? true : null"
              [attr.maxlength]="part === 'year' ? 4 : 2"
              [value]="form().day[part]"
              (input)="type(part, $event)"
            />
          </label>
        }
      </div>
      <label class="cg-pick">
        <input
          type="checkbox"
          [checked]="form().instead === 'rather-not-say'"
          (change)="ratherNotSay($event)"
        />
        <span>{{ t('homework.question.ratherNotSay') }}</span>
      </label>
    </ng-container>
  `,
  styleUrl: './day-answer.scss',
})
export class DayAnswer {
  readonly form = input.required<AnswerForm>();
  /** The order in which this reader writes days. */
  readonly parts = input.required<readonly (keyof DayFields)[]>();
  readonly isAtFault = input(false);
  readonly describedBy = input<string | null>(null);
  readonly changed = output<FormChange>();

  protected type(part: keyof DayFields, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.changed.emit((form) => ({ ...form, day: { ...form.day, [part]: value }, instead: null }));
  }

  protected ratherNotSay(event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.changed.emit((form) => ({ ...form, instead: checked ? RATHER_NOT_SAY : null }));
  }
}
