import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { NOT_SURE, RATHER_NOT_SAY, type Prompt } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { type AnswerForm, type FormChange, type Instead, withToggled } from '../answer-form';

export type ChoosingPrompt = Extract<
  Prompt,
  { kind: 'single-choice' | 'multiple-choice' | 'yes-no' | 'checklist' }
>;

interface Offered {
  readonly id: string;
  /** The author's own words, or null where the words are ours. */
  readonly label: string | null;
}

/**
 * Choices as native radio buttons or checkboxes. "I'm not sure" and "I'd rather not say" stand apart below the rest
 * and exclude it, since they are answers of another sort.
 */
@Component({
  selector: 'cg-choice-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <div
      *cgWords="let t"
      [attr.role]="isSingle() ? 'radiogroup' : 'group'"
      aria-labelledby="question"
      [attr.aria-describedby]="describedBy()"
      [attr.aria-invalid]="isSingle() && isAtFault() ? true : null"
    >
      @for (choice of offered(); track choice.id; let first = $first) {
        <label class="cg-pick">
          <input
            [type]="isSingle() ? 'radio' : 'checkbox'"
            name="answer"
            [attr.id]="first ? 'answer' : null"
            [checked]="form().instead === null && form().picked.includes(choice.id)"
            (change)="pick(choice.id, $event)"
          />
          <span>{{ choice.label ?? t('homework.question.' + choice.id) }}</span>
        </label>
      }
      <div class="cg-apart">
        @for (instead of insteads(); track instead) {
          <label class="cg-pick">
            <input
              [type]="isSingle() ? 'radio' : 'checkbox'"
              name="answer"
              [checked]="form().instead === instead"
              (change)="sayInstead(instead, $event)"
            />
            <span>{{
              t(instead === 'not-sure' ? 'homework.question.notSure' : 'homework.question.ratherNotSay')
            }}</span>
          </label>
        }
      </div>
    </div>
  `,
})
export class ChoiceAnswer {
  readonly prompt = input.required<ChoosingPrompt>();
  readonly form = input.required<AnswerForm>();
  readonly isAtFault = input(false);
  readonly describedBy = input<string | null>(null);
  readonly changed = output<FormChange>();

  protected readonly isSingle = computed(() => ['single-choice', 'yes-no'].includes(this.prompt().kind));
  protected readonly offered = computed<readonly Offered[]>(() => {
    const prompt = this.prompt();
    if (prompt.kind !== 'yes-no') return prompt.choices;
    return [
      { id: 'yes', label: null },
      { id: 'no', label: null },
    ];
  });
  protected readonly insteads = computed<readonly Instead[]>(() => {
    const prompt = this.prompt();
    return 'notSure' in prompt && prompt.notSure ? [NOT_SURE, RATHER_NOT_SAY] : [RATHER_NOT_SAY];
  });

  protected pick(id: string, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.changed.emit((form) =>
      this.isSingle() ? { ...form, picked: [id], instead: null } : withToggled(form, id, checked),
    );
  }

  protected sayInstead(instead: Instead, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.changed.emit((form) => ({ ...form, instead: checked ? instead : null }));
  }
}
