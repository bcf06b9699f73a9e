import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isAnswered } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import { AnswerWords } from '../reading/answer-words';
import { Ways } from '../ways';
import { OwnOffers } from './own-offers';
import { TaskStore } from './task.store';
import { WhoSees } from './who-sees';

/** All questions with what was answered, who can see it, a way to change it, and what the therapist wrote to it. */
@Component({
  selector: 'cg-answer-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerWords, RouterLink, WordsInTemplate, WhoSees],
  providers: [OwnOffers],
  template: `
    <ol *cgWords="let t">
      @for (question of store.questions(); track question.prompt.id) {
        @let prompt = question.prompt;
        @let draft = store.draft(prompt.id);
        <li>
          <h2 [id]="'asked-' + prompt.id">{{ prompt.question }}</h2>
          <cg-answer-words
            [prompt]="prompt"
            [value]="draft.value"
            [nothing]="prompt.kind === 'checklist' ? t('homework.answer.notDone') : null"
          />
          @if (mayChange() && isAnswered(draft.value)) {
            <p class="sees">
              <span class="cg-hidden">{{ t('homework.check.whoSees') }}: </span>
              @if (offers.of(prompt.id); as offer) {
                {{
                  t('homework.visibility.short.' + offer.how, {
                    names: store.readers(),
                    circle: offer.circle,
                  })
                }}
              } @else {
                {{ t('homework.visibility.short.' + draft.visibility, { names: store.readers() }) }}
              }
            </p>
          }
          @for (feedback of store.feedback(prompt.id); track feedback.id) {
            <div class="feedback">
              <p class="by">{{ t('homework.task.noteFrom', { name: feedback.by.displayName }) }}</p>
              <p class="text">{{ feedback.text }}</p>
            </div>
          }
          @if (mayChange()) {
            <a
              [id]="'change-' + prompt.id"
              [routerLink]="way(question.number)"
              [queryParams]="{ from: 'check' }"
              [attr.aria-label]="t('homework.check.changeOf', { question: prompt.question })"
              >{{ t('homework.check.change') }}</a
            >
          } @else if (store.task()?.sentAt && isAnswered(draft.value)) {
            <cg-who-sees
              [visibility]="draft.visibility"
              [saved]="store.savedVisibility(prompt.id)"
              [names]="store.readers()"
              [offer]="offers.of(prompt.id)"
              [of]="prompt.id"
              [about]="'asked-' + prompt.id"
              [isSent]="true"
              (changed)="store.letRead(prompt.id, $event)"
            />
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0 0 24px;
      padding: 0;
      list-style: none;
    }
    li {
      padding-block: 16px;
      border-block-start: 1px solid var(--cg-line);
    }
    h2 {
      margin: 0 0 4px;
      font-size: 1.125rem;
    }
    p {
      margin: 0;
    }
    .sees {
      margin-block-start: 4px;
      color: var(--cg-quiet);
      font-size: 1rem;
      line-height: 1.5rem;
    }
    .feedback {
      margin-block-start: 12px;
      padding: 12px 16px;
      border-inline-start: 4px solid var(--cg-tertiary);
      border-radius: 6px;
      background: var(--cg-raised);
    }
    .by {
      font-weight: 700;
    }
    .text {
      white-space: pre-line;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
})
export class AnswerList {
  protected readonly store = inject(TaskStore);
  protected readonly offers = inject(OwnOffers);
  private readonly ways = inject(Ways);
  protected readonly isAnswered = isAnswered;

  /** Of what is over and was never sent nobody else reads a word, whatever was chosen for it. */
  protected readonly mayChange = computed(() => this.store.task()?.may.answer === true);

  protected way(number: number): readonly (string | number)[] {
    const task = this.store.task();
    return task ? this.ways.task(task.id, 'q', number) : this.ways.home();
  }
}
