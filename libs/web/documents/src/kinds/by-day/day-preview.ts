import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { AnswerValue, Document, Prompt } from '@common-ground/contract';
import { rulesOf } from '@common-ground/rules/content';
import { Dates, SafetyCardView, WordsInTemplate, today } from '@common-ground/web/platform';
import { DailyQuestion } from './daily-question';

/** What a plan asks about one day, with the family's own fields, to be tried out. Nothing is kept or sent. */
@Component({
  selector: 'cg-day-preview',
  imports: [DailyQuestion, SafetyCardView, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h3>{{ t('days.title.' + document().kind) }}</h3>
      <p>{{ t('days.lead.' + document().kind) }}</p>
      <p class="cg-quiet">{{ t('days.today', { day: dates.day(day) }) }}</p>
      @for (prompt of prompts(); track prompt.id) {
        @if (prompt.kind !== 'single-choice') {
          <cg-safety-card [short]="true" />
        }
        <cg-daily-question
          [prompt]="prompt"
          [content]="document().content"
          [value]="valueOf(prompt)"
          (changed)="answer(prompt, $event)"
        />
      }
      <p class="cg-quiet">{{ t('documents.preview.seenBy') }}</p>
    </ng-container>
  `,
  styles: `
    h3 {
      margin-block: 0 0.5rem;
    }

    cg-daily-question {
      margin-block: 1.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayPreview {
  protected readonly dates = inject(Dates);

  readonly document = input.required<Document>();

  protected readonly day = today();
  protected readonly prompts = computed(() =>
    rulesOf(this.document().kind).promptsOfDay(this.document().content, this.day),
  );
  private readonly values = linkedSignal<Document, ReadonlyMap<string, AnswerValue>>({
    source: this.document,
    computation: () => new Map(),
  });

  protected valueOf({ id }: Prompt): AnswerValue {
    return this.values().get(id) ?? null;
  }

  protected answer({ id }: Prompt, value: AnswerValue): void {
    this.values.update((values) => new Map(values).set(id, value));
  }
}
