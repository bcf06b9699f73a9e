import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { AnswerValue, Prompt } from '@common-ground/contract';
import { partOfSentence, spokenAnswer } from '@common-ground/rules/content';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';

/** An answer as it is read: words first; the row of dots beside a scale only repeats what the words say. */
@Component({
  selector: 'cg-answer-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @let said = answer();
      @switch (said.sort) {
        @case ('text') {
          <p class="text">{{ said.text }}</p>
        }
        @case ('choices') {
          @if (said.labels.length === 1) {
            <p>{{ said.labels[0] }}</p>
          } @else if (said.labels.length > 0) {
            <ul>
              @for (label of said.labels; track $index) {
                <li>{{ label }}</li>
              }
            </ul>
          }
          @for (line of said.lines; track line.part) {
            <p>
              <span class="quiet">{{ t('prompts.parts.' + line.part) }}</span> {{ line.text }}
            </p>
          }
        }
        @case ('ranked') {
          <ol>
            @for (label of said.labels; track $index) {
              <li>{{ label }}</li>
            }
          </ol>
        }
        @case ('sentence') {
          <p>
            @for (line of said.lines; track line.part; let last = $last) {
              <span class="quiet">{{ t('prompts.parts.' + line.part) }}</span>
              {{ partOfSentence(line.text, last) }}{{ ' ' }}
            }
          </p>
        }
        @case ('lines') {
          @for (line of said.lines; track line.part) {
            <p>
              <span class="quiet">{{ t('prompts.parts.' + line.part) }}</span> {{ line.text }}
            </p>
          }
        }
        @case ('as-given') {
          <p class="quiet">{{ t('homework.answer.as-given') }}</p>
          @for (line of said.lines; track line.part) {
            <p class="quiet">{{ t('prompts.parts.' + line.part) }} {{ line.text }}</p>
          }
        }
        @case ('rows') {
          @for (row of said.rows; track $index) {
            <p class="row">{{ row.name || '–' }}</p>
            <ul>
              @for (cell of row.cells; track $index) {
                @if (cell !== '') {
                  <li>
                    <span class="quiet">{{ said.columns[$index] }}:</span> {{ cell }}
                  </li>
                }
              }
            </ul>
          }
        }
        @case ('read') {
          <p>{{ t('prompts.answers.read') }}</p>
        }
        @case ('done') {
          <p>{{ t('prompts.answers.done') }}</p>
        }
        @case ('skipped') {
          <p>{{ t('prompts.answers.skipped') }}</p>
        }
        @case ('scale') {
          <p>{{ t('homework.answer.scale', { value: said.value }) }}</p>
          <svg
            class="scale"
            viewBox="0 0 212 24"
            width="212"
            height="24"
            aria-hidden="true"
            focusable="false"
          >
            <path d="M6 12H206" />
            @for (x of dots; track x) {
              <circle [attr.cx]="6 + x * 20" cy="12" r="2.5" />
            }
            <circle class="here" [attr.cx]="6 + said.value * 20" cy="12" r="6" />
          </svg>
          <p class="ends">{{ t('homework.answer.scaleEnds', { low: said.low, high: said.high }) }}</p>
        }
        @case ('day') {
          <p>{{ day(said.on) }}</p>
        }
        @case ('nothing') {
          <p class="quiet">{{ nothing() ?? t('homework.answer.nothing') }}</p>
        }
        @default {
          <p [class.quiet]="said.sort === 'rather-not-say'">
            {{
              t(
                prompt().kind === 'acknowledgement'
                  ? 'prompts.answers.notRead'
                  : 'homework.answer.' + said.sort
              )
            }}
          </p>
        }
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    p,
    ol,
    ul {
      margin: 0;
      max-inline-size: 66ch;
    }
    ol,
    ul {
      padding-inline-start: 1.25rem;
    }
    .text {
      white-space: pre-wrap;
    }
    .row {
      font-weight: 700;
    }
    .quiet,
    .ends {
      color: var(--cg-quiet);
    }
    .scale {
      display: block;
      max-inline-size: 100%;
      overflow: visible;
      fill: var(--cg-outline);
      stroke: none;
    }
    .scale path {
      stroke: var(--cg-outline);
      stroke-width: 1.5;
    }
    .scale .here {
      fill: var(--cg-primary);
      stroke: var(--cg-page);
      stroke-width: 1.5;
    }
    .ends {
      font-size: 0.9375rem;
      line-height: 1.375rem;
    }
    :host-context([dir='rtl']) .scale {
      transform: scaleX(-1);
    }
  `,
})
export class AnswerWords {
  private readonly dates = inject(Dates);

  readonly prompt = input.required<Prompt>();
  readonly value = input<AnswerValue | undefined>();
  /** What stands where nothing was answered, when "No answer" is not right. */
  readonly nothing = input<string | null>(null);

  protected readonly partOfSentence = partOfSentence;
  protected readonly answer = computed(() => spokenAnswer(this.prompt(), this.value()));
  protected readonly dots = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

  protected day(on: string): string {
    return this.dates.day(on);
  }
}
