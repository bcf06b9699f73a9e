import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Prompt, ResponseSet } from '@common-ground/contract';
import { spokenAnswer } from '@common-ground/rules/content';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';
import { AnswerWords } from '../reading/answer-words';
import { overTime, type Then } from './over-time';
import { ScaleOverTime } from './scale-over-time';

/** What each person answered to the same question, time after time. */
@Component({
  selector: 'cg-answers-over-time',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerWords, ScaleOverTime, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @for (person of people(); track person.id) {
        <section [attr.aria-labelledby]="'times-' + person.id">
          <h2 [id]="'times-' + person.id">
            {{
              t('homework.responses.personRelation', {
                name: person.name,
                relation: t('platform.relations.' + person.relation),
              })
            }}
          </h2>
          @for (paper of person.documents; track paper.id) {
            <article>
              <h3 class="cg-title">{{ paper.title }}</h3>
              @for (question of paper.questions; track question.prompt.id) {
                <div class="answer">
                  <h4>{{ question.prompt.question }}</h4>
                  @if (question.numbers; as numbers) {
                    @let ends = endsOf(question.prompt);
                    <cg-scale-over-time [numbers]="numbers" [low]="ends.low" [high]="ends.high" />
                  }
                  <ol>
                    @for (then of question.times; track then.taskId) {
                      <li>
                        <p class="when">
                          {{
                            t('homework.responses.time.when', {
                              moment: dates.moment(then.at),
                              version: then.version,
                            })
                          }}
                        </p>
                        @if (then.isReworded) {
                          <p class="cg-quiet">
                            {{ t('homework.responses.time.askedAs', { question: then.prompt.question }) }}
                          </p>
                        }
                        @let number = question.numbers ? numberOf(then) : null;
                        @if (number !== null) {
                          <p>{{ t('homework.answer.scale', { value: number }) }}</p>
                        } @else {
                          <cg-answer-words [prompt]="then.prompt" [value]="then.response.value" />
                        }
                      </li>
                    }
                  </ol>
                </div>
              }
            </article>
          }
        </section>
      } @empty {
        <p>{{ t('homework.responses.time.none') }}</p>
      }
    </ng-container>
  `,
  styles: `
    h4 {
      margin: 0 0 4px;
      font-size: 1rem;
    }
    .answer {
      padding-block: 16px;
      border-block-start: 1px solid var(--cg-line);
    }
    ol {
      margin: 8px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-block: 8px;
    }
    p {
      margin: 0;
    }
    .when {
      color: var(--cg-quiet);
      font-size: 1rem;
    }
  `,
})
export class AnswersOverTime {
  protected readonly dates = inject(Dates);

  readonly sets = input.required<readonly ResponseSet[]>();
  protected readonly people = computed(() => overTime(this.sets()));

  /** Below a picture the number is enough: what its ends mean stands there once. */
  protected numberOf({ prompt, response }: Then): number | null {
    const said = spokenAnswer(prompt, response.value);
    return said.sort === 'scale' ? said.value : null;
  }

  protected endsOf(prompt: Prompt): { low: string; high: string } {
    return prompt.kind === 'scale' ? { low: prompt.lowLabel, high: prompt.highLabel } : { low: '', high: '' };
  }
}
