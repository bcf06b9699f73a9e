import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RATHER_NOT_SAY, type Prompt } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import type { AnswerForm, FormChange } from '../answer-form';
import type { ChoosingPrompt } from './choice-answer';
import { PickedAnswer } from './picked-answer';
import { RankingAnswer } from './ranking-answer';
import { RowsAnswer } from './rows-answer';
import { TimedAnswer } from './timed-answer';
import { WordsAnswer } from './words-answer';

/** The prompts that are answered by more than one thing, each with its own fields, and "I'd rather not say" below. */
@Component({
  selector: 'cg-several-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PickedAnswer, RankingAnswer, RowsAnswer, TimedAnswer, WordsInTemplate, WordsAnswer],
  template: `
    <ng-container *cgWords="let t">
      <div role="group" aria-labelledby="question" [attr.aria-describedby]="describedBy()">
        @if (prompt(); as prompt) {
          @switch (prompt.kind) {
            @case ('feelings') {
              <cg-picked-answer [prompt]="prompt" [form]="form()" (changed)="changed.emit($event)" />
            }
            @case ('support-menu') {
              <cg-picked-answer [prompt]="prompt" [form]="form()" (changed)="changed.emit($event)" />
            }
            @case ('ranking') {
              <cg-ranking-answer [prompt]="prompt" [form]="form()" (changed)="changed.emit($event)" />
            }
            @case ('timed-exercise') {
              <cg-timed-answer [prompt]="prompt" [form]="form()" (changed)="changed.emit($event)" />
            }
            @case ('repeating-row') {
              <cg-rows-answer [prompt]="prompt" [form]="form()" (changed)="changed.emit($event)" />
            }
            @case ('acknowledgement') {
              <p class="to-read">{{ prompt.text }}</p>
              <label class="cg-pick">
                <input
                  id="answer"
                  type="checkbox"
                  [checked]="form().instead === null && form().picked.includes('read')"
                  (change)="acknowledge($event)"
                />
                <span>{{ t('prompts.answers.read') }}</span>
              </label>
            }
            @case ('i-statement') {
              <cg-words-answer [kind]="prompt.kind" [form]="form()" (changed)="changed.emit($event)" />
            }
            @case ('if-then') {
              <cg-words-answer [kind]="prompt.kind" [form]="form()" (changed)="changed.emit($event)" />
            }
            @case ('contact-card') {
              <cg-words-answer [kind]="prompt.kind" [form]="form()" (changed)="changed.emit($event)" />
            }
          }
        }
      </div>
      @if (mayNotSay()) {
        <div class="cg-apart">
          <label class="cg-pick">
            <input
              type="checkbox"
              [checked]="form().instead === 'rather-not-say'"
              (change)="ratherNotSay($event)"
            />
            <span>{{
              t(
                prompt().kind === 'acknowledgement'
                  ? 'prompts.answers.notRead'
                  : 'homework.question.ratherNotSay'
              )
            }}</span>
          </label>
        </div>
      }
    </ng-container>
  `,
  styleUrl: './several.scss',
})
export class SeveralAnswer {
  readonly prompt = input.required<Exclude<Prompt, ChoosingPrompt>>();
  readonly form = input.required<AnswerForm>();
  readonly describedBy = input<string | null>(null);
  readonly changed = output<FormChange>();

  /** Skipping an exercise says it already; what was said before can still be taken back. */
  protected readonly mayNotSay = computed(
    () => this.prompt().kind !== 'timed-exercise' || this.form().instead === RATHER_NOT_SAY,
  );

  protected acknowledge(event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.changed.emit((form) => ({ ...form, picked: checked ? ['read'] : [], instead: null }));
  }

  protected ratherNotSay(event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.changed.emit((form) => ({ ...form, instead: checked ? RATHER_NOT_SAY : null }));
  }
}
