import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { LIMITS, type AnswerDraft, type AnswerValue, type Prompt } from '@common-ground/contract';
import { TranslocoDirective } from '@common-ground/web/platform';
import { TaskStore } from '../answering/task.store';
import { TwoTexts } from '../answering/two-texts';

/** One thing asked about a day: a few words to choose from, or room to write. Every keystroke is on its way. */
@Component({
  selector: 'cg-day-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoDirective, TwoTexts],
  template: `
    <ng-container *transloco="let t">
      @if (conflict(); as conflict) {
        <cg-two-texts
          [prompt]="prompt()"
          [mine]="draft()"
          [conflict]="conflict"
          (chosen)="store.settleConflict(prompt().id, $event)"
        />
      }
      @if (prompt(); as prompt) {
        @if (prompt.kind === 'single-choice') {
          <fieldset>
            <legend [attr.lang]="language()">{{ prompt.question }}</legend>
            @if (about() !== '') {
              <p class="cg-quiet" [attr.lang]="language()">{{ about() }}</p>
            }
            @for (choice of prompt.choices; track choice.id) {
              <label class="cg-pick">
                <input
                  type="radio"
                  [name]="prompt.id"
                  [checked]="draft().value === choice.id"
                  (change)="changed.emit(choice.id)"
                />
                <span [attr.lang]="language()">{{ choice.label }}</span>
              </label>
            }
            @if (draft().value !== null) {
              <button type="button" class="clear" (click)="changed.emit(null)">
                {{ t('days.clear') }}<span class="cg-hidden">: {{ prompt.question }}</span>
              </button>
            }
          </fieldset>
        } @else {
          <label [attr.for]="prompt.id">
            <span [attr.lang]="language()">{{ prompt.question }}</span>&ngsp;<span
              class="cg-quiet optional"
              >{{ t('homework.question.optional') }}</span
            >
          </label>
          <textarea
            class="cg-answer"
            [id]="prompt.id"
            [rows]="prompt.kind === 'long-answer' ? 3 : 2"
            [value]="text()"
            [attr.aria-describedby]="prompt.id + '-too-many'"
            (input)="type($event)"
          ></textarea>
          <p class="cg-too-many" [id]="prompt.id + '-too-many'" aria-live="polite">
            @if (tooMany() > 0) {
              {{ t('homework.question.tooMany', { count: tooMany() }) }}
            }
          </p>
        }
        @for (note of store.feedback(prompt.id); track note.id) {
          <p class="note">
            <strong>{{ t('homework.task.noteFrom', { name: note.by.displayName }) }}</strong> {{ note.text }}
          </p>
        }
      }
    </ng-container>
  `,
  styleUrl: './day-field.scss',
})
export class DayField {
  protected readonly store = inject(TaskStore);

  readonly prompt = input.required<Prompt>();
  readonly language = input.required<string>();
  /** What the plan says beside it: who and when. */
  readonly about = input('');
  readonly changed = output<AnswerValue>();

  protected readonly draft = computed<AnswerDraft>(() => this.store.draft(this.prompt().id));
  protected readonly text = computed(() => {
    const { value } = this.draft();
    return typeof value === 'string' ? value : '';
  });
  /** Pasting more than fits is never cut off: the words stay and the page says how many letters are too many. */
  protected readonly tooMany = computed(() => this.text().length - LIMITS.answer);
  protected readonly conflict = computed(() => {
    const trouble = this.store.trouble(this.prompt().id);
    return trouble?.sort === 'conflict' ? trouble : null;
  });

  protected type(event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.changed.emit(value === '' ? null : value);
  }
}
