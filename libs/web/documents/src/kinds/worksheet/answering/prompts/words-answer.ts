import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { LIMITS, type Prompt } from '@common-ground/contract';
import { CARD_FIELDS, SENTENCE_PARTS } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import { withWords, type AnswerForm, type FormChange } from '../answer-form';

type WordsKind = Extract<Prompt['kind'], 'i-statement' | 'if-then' | 'contact-card'>;

/** A sentence or a card in a few fields. What the sentence has come to stands below it, and is read out when one pauses. */
@Component({
  selector: 'cg-words-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @for (part of parts(); track part; let first = $first) {
        @let place = first ? 'answer' : 'answer-' + part;
        <div class="part" [class.line]="isCard()">
          <label [for]="place">{{ t('prompts.parts.' + kind() + '.' + part) }}</label>
          @if (isCard()) {
            <input
              class="cg-input"
              [id]="place"
              [type]="part === 'phone' ? 'tel' : 'text'"
              [attr.maxlength]="limits.line"
              [value]="words()[part] ?? ''"
              (input)="type(part, $event)"
            />
          } @else {
            <textarea
              class="cg-input"
              rows="2"
              [id]="place"
              [attr.maxlength]="limits.paragraph"
              [value]="words()[part] ?? ''"
              (input)="type(part, $event)"
            ></textarea>
          }
        </div>
      }
      @if (!isCard()) {
        <p class="so-far" aria-live="polite">
          @if (hasWords()) {
            <span class="name">{{ t('prompts.soFar') }}</span>
            @for (part of parts(); track part) {
              @if ((words()[part] ?? '').trim() !== '') {
                <span class="quiet">{{ t('prompts.parts.' + kind() + '.' + part) }}</span>
                {{ words()[part] }}{{ ' ' }}
              }
            }
          }
        </p>
      }
    </ng-container>
  `,
  styleUrl: './several.scss',
})
export class WordsAnswer {
  readonly kind = input.required<WordsKind>();
  readonly form = input.required<AnswerForm>();
  readonly changed = output<FormChange>();

  protected readonly limits = LIMITS;
  protected readonly isCard = computed(() => this.kind() === 'contact-card');
  protected readonly parts = computed<readonly string[]>(() => {
    const kind = this.kind();
    return kind === 'contact-card' ? CARD_FIELDS : SENTENCE_PARTS[kind];
  });
  protected readonly words = computed<Readonly<Record<string, string>>>(() => this.form().parts.words ?? {});
  protected readonly hasWords = computed(() =>
    Object.values(this.words()).some((text) => text.trim() !== ''),
  );

  protected type(part: string, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.changed.emit((form) => withWords(form, part, value));
  }
}
