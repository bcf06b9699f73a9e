import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import {
  LIMITS,
  RATHER_NOT_SAY,
  type LongAnswerPrompt,
  type ShortAnswerPrompt,
} from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import type { AnswerForm, FormChange } from '../answer-form';

/** Free text. Typing takes "I'd rather not say" back by itself; ticking it leaves the words where they are. */
@Component({
  selector: 'cg-text-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <textarea
        id="answer"
        class="cg-answer"
        aria-labelledby="question"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="isAtFault() ? true : null"
        [rows]="prompt().kind === 'long-answer' ? 7 : 3"
        [value]="form().text"
        (input)="type($event)"
      ></textarea>
      <p class="cg-too-many" aria-live="polite">
        @if (tooMany() > 0) {
          {{ t('homework.question.tooMany', { count: tooMany() }) }}
        }
      </p>
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
})
export class TextAnswer {
  readonly prompt = input.required<ShortAnswerPrompt | LongAnswerPrompt>();
  readonly form = input.required<AnswerForm>();
  readonly isAtFault = input(false);
  readonly describedBy = input<string | null>(null);
  readonly changed = output<FormChange>();

  /** Pasting more than fits is never cut off: the words stay and the page says how many letters are too many. */
  protected readonly tooMany = computed(() => this.form().text.length - LIMITS.answer);

  protected type(event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.changed.emit((form) => ({ ...form, text: value, instead: null }));
  }

  protected ratherNotSay(event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.changed.emit((form) => ({ ...form, instead: checked ? RATHER_NOT_SAY : null }));
  }
}
