import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { LIMITS, type FeelingsPrompt, type SupportMenuPrompt } from '@common-ground/contract';
import { grouped, supportFields } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import { withWords, type AnswerForm, type FormChange } from '../answer-form';

/** Words to pick from, in groups that have names and not only colours, and room for what is not among them. */
@Component({
  selector: 'cg-picked-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @for (group of groups(); track group.group; let at = $index) {
        <div
          [attr.role]="group.group === '' ? null : 'group'"
          [attr.aria-labelledby]="group.group === '' ? null : 'group-' + at"
          class="group"
        >
          @if (group.group !== '') {
            <p class="group-name" [id]="'group-' + at">{{ group.group }}</p>
          }
          <div [class.words]="group.group !== ''">
            @for (choice of group.choices; track choice.id; let first = $first) {
              <label class="cg-pick">
                <input
                  type="checkbox"
                  [attr.id]="at === 0 && first ? 'answer' : null"
                  [checked]="isPicked(choice.id)"
                  (change)="pick(choice.id, $event)"
                />
                <span>{{ choice.label }}</span>
              </label>
            }
          </div>
        </div>
      }
      @for (field of fields(); track field) {
        <label class="part line">
          <span>{{ t('prompts.parts.' + prompt().kind + '.' + field) }}</span>
          <input
            class="cg-input"
            [attr.maxlength]="limit"
            [value]="form().parts.words?.[field] ?? ''"
            (input)="type(field, $event)"
          />
        </label>
      }
    </ng-container>
  `,
  styleUrl: './several.scss',
})
export class PickedAnswer {
  readonly prompt = input.required<FeelingsPrompt | SupportMenuPrompt>();
  readonly form = input.required<AnswerForm>();
  readonly changed = output<FormChange>();

  protected readonly limit = LIMITS.line;
  protected readonly groups = computed(() => grouped(this.prompt().choices));
  protected readonly fields = computed<readonly string[]>(() => {
    const prompt = this.prompt();
    return prompt.kind === 'feelings' ? ['own'] : supportFields(prompt);
  });

  protected isPicked(id: string): boolean {
    return this.form().instead === null && (this.form().parts.picked ?? []).includes(id);
  }

  protected pick(id: string, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    const order = this.prompt().choices.map((choice) => choice.id);
    this.changed.emit((form) => {
      const now = form.parts.picked ?? [];
      const chosen = checked ? [...now, id] : now.filter((one) => one !== id);
      // Kept in the order of the page, so that ticking and unticking gives the same answer again.
      const picked = order.filter((one) => chosen.includes(one));
      return { ...form, parts: { ...form.parts, picked }, instead: null };
    });
  }

  protected type(field: string, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.changed.emit((form) => withWords(form, field, value));
  }
}
