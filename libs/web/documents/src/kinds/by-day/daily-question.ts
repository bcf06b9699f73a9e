import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { LIMITS, type AnswerValue, type DocumentContent, type Prompt } from '@common-ground/contract';
import { stepAsked } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';

/**
 * One thing that is asked about a day of a plan: a few words to choose from, or room to write. With a step stands who
 * does it and when, and what the plan has ready once it was not done.
 */
@Component({
  selector: 'cg-daily-question',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
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
                  [checked]="value() === choice.id"
                  (change)="changed.emit(choice.id)"
                />
                <span [attr.lang]="language()">{{ choice.label }}</span>
              </label>
            }
            @if (value() !== null) {
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
        <div role="status">
          @if (planB(); as planB) {
            <p class="plan-b" [attr.lang]="language()">
              <strong>{{ t('days.planB') }}</strong> {{ planB }}
            </p>
          }
        </div>
      }
    </ng-container>
  `,
  styleUrl: './daily-question.scss',
})
export class DailyQuestion {
  readonly prompt = input.required<Prompt>();
  /** The plan that asks it. */
  readonly content = input.required<DocumentContent>();
  readonly value = input.required<AnswerValue>();
  readonly changed = output<AnswerValue>();

  protected readonly language = computed(() => this.content().language);
  private readonly step = computed(() => {
    const content = this.content();
    return 'needs' in content ? stepAsked(content, this.prompt().id) : undefined;
  });
  /** Who does the step and when, as the plan has it. */
  protected readonly about = computed(() => {
    const step = this.step();
    return step ? [step.who, step.when].filter((part) => part.trim() !== '').join(' · ') : '';
  });
  protected readonly planB = computed(() => {
    const value = this.value();
    return value === 'partly' || value === 'not-today' ? (this.step()?.planB ?? '') : '';
  });
  protected readonly text = computed(() => {
    const value = this.value();
    return typeof value === 'string' ? value : '';
  });
  /** Pasting more than fits is never cut off: the words stay and the page says how many letters are too many. */
  protected readonly tooMany = computed(() => this.text().length - LIMITS.answer);

  protected type(event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.changed.emit(value === '' ? null : value);
  }
}
