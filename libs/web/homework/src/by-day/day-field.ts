import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { AnswerValue, DocumentContent, Prompt } from '@common-ground/contract';
import { DailyQuestion } from '@common-ground/web/documents';
import { WordsInTemplate } from '@common-ground/web/platform';
import { TaskStore } from '../answering/task.store';
import { TwoTexts } from '../answering/two-texts';

/** One thing asked about a day, with both texts where two phones wrote it, and what the therapist wrote to it. */
@Component({
  selector: 'cg-day-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DailyQuestion, WordsInTemplate, TwoTexts],
  template: `
    <ng-container *cgWords="let t">
      @if (conflict(); as conflict) {
        <cg-two-texts
          [prompt]="prompt()"
          [mine]="draft()"
          [conflict]="conflict"
          (chosen)="store.settleConflict(prompt().id, $event)"
        />
      }
      <cg-daily-question
        [prompt]="prompt()"
        [content]="content()"
        [value]="draft().value"
        (changed)="changed.emit($event)"
      />
      @for (note of store.feedback(prompt().id); track note.id) {
        <p class="note">
          <strong>{{ t('homework.task.noteFrom', { name: note.by.displayName }) }}</strong> {{ note.text }}
        </p>
      }
    </ng-container>
  `,
  styleUrl: './day-field.scss',
})
export class DayField {
  protected readonly store = inject(TaskStore);

  readonly prompt = input.required<Prompt>();
  /** The plan that asks it. */
  readonly content = input.required<DocumentContent>();
  readonly changed = output<AnswerValue>();

  /** Every keystroke is on its way. */
  protected readonly draft = computed(() => this.store.draft(this.prompt().id));
  protected readonly conflict = computed(() => {
    const trouble = this.store.trouble(this.prompt().id);
    return trouble?.sort === 'conflict' ? trouble : null;
  });
}
