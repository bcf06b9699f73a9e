import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Prompt } from '@common-ground/contract';
import { Words } from '@common-ground/web/platform';
import type { AnswerForm, FormChange } from './answer-form';
import { dayOrder } from './day-order';
import { ChoiceAnswer } from './prompts/choice-answer';
import { DayAnswer } from './prompts/day-answer';
import { ScaleAnswer } from './prompts/scale-answer';
import { SeveralAnswer } from './prompts/several-answer';
import { TextAnswer } from './prompts/text-answer';

/**
 * The fields of one question, whatever its kind: where the family answers, and where a therapist tries it out. It stands
 * below a heading with the id `question`, and its first field has the id `answer`.
 */
@Component({
  selector: 'cg-answer-fields',
  imports: [ChoiceAnswer, DayAnswer, ScaleAnswer, SeveralAnswer, TextAnswer],
  templateUrl: './answer-fields.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerFields {
  private readonly words = inject(Words);

  readonly prompt = input.required<Prompt>();
  readonly form = input.required<AnswerForm>();
  readonly isAtFault = input(false);
  readonly describedBy = input<string | null>(null);
  readonly changed = output<FormChange>();

  protected readonly dayParts = computed(() => dayOrder(this.words.language()));
}
