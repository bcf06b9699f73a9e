import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import type { TimedExercisePrompt } from '@common-ground/contract';
import { secondsOf } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import type { AnswerForm, FormChange } from '../answer-form';

/**
 * A paced exercise: the step in words, the seconds that are left, and a circle that grows and shrinks with the breath
 * where motion is welcome. It makes no sound, can be stopped at any time, and skipping it is as good an answer as doing
 * it.
 */
@Component({
  selector: 'cg-timed-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <p class="cg-quiet">{{ t('prompts.timed.about', { seconds: seconds() }) }}</p>
      @if (now(); as now) {
        <div class="pace">
          <div
            class="circle"
            aria-hidden="true"
            [class.grown]="now.isGrown"
            [style.transition-duration]="now.step.seconds + 's'"
          ></div>
          <p class="step" aria-live="polite">{{ now.step.label }}</p>
          <p class="count" aria-hidden="true">{{ now.left }}</p>
          <p class="cg-quiet">
            {{ t('prompts.timed.round', { round: now.round, of: prompt().rounds }) }}
          </p>
          <button type="button" class="cg-button" (click)="stop()">{{ t('prompts.timed.stop') }}</button>
        </div>
      } @else {
        <button type="button" class="cg-button" (click)="start()">
          {{ t(isDone() ? 'prompts.timed.again' : 'prompts.timed.start') }}
        </button>
      }
      <p aria-live="polite" class="cg-quiet">
        @if (isFinished()) {
          {{ t('prompts.timed.finished') }}
        }
      </p>
      <div role="radiogroup" aria-labelledby="question">
        @for (answer of answers; track answer; let first = $first) {
          <label class="cg-pick">
            <input
              type="radio"
              name="timed"
              [attr.id]="first ? 'answer' : null"
              [checked]="form().instead === null && form().picked.includes(answer)"
              (change)="say(answer)"
            />
            <span>{{ t('prompts.answers.' + answer) }}</span>
          </label>
        }
      </div>
    </ng-container>
  `,
  styleUrl: './several.scss',
})
export class TimedAnswer {
  readonly prompt = input.required<TimedExercisePrompt>();
  readonly form = input.required<AnswerForm>();
  readonly changed = output<FormChange>();

  protected readonly answers = ['done', 'skipped'] as const;
  protected readonly isFinished = signal(false);
  protected readonly seconds = computed(() => secondsOf(this.prompt()));
  protected readonly isDone = computed(() => this.form().picked.includes('done'));
  /** Seconds since the exercise began; null while it does not run. */
  private readonly elapsed = signal<number | null>(null);
  protected readonly now = computed(() => {
    const elapsed = this.elapsed();
    return elapsed === null ? null : paceAt(this.prompt(), elapsed);
  });
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.ticking));
  }

  protected start(): void {
    this.stop();
    this.isFinished.set(false);
    this.elapsed.set(0);
    this.ticking = setInterval(() => this.tick(), 1_000);
  }

  protected stop(): void {
    clearInterval(this.ticking);
    this.elapsed.set(null);
  }

  protected say(answer: 'done' | 'skipped'): void {
    this.changed.emit((form) => ({ ...form, picked: [answer], instead: null }));
  }

  private tick(): void {
    const elapsed = (this.elapsed() ?? 0) + 1;
    if (elapsed < this.seconds()) {
      this.elapsed.set(elapsed);
      return;
    }
    this.stop();
    this.isFinished.set(true);
    this.say('done');
  }
}

interface Pace {
  readonly step: TimedExercisePrompt['steps'][number];
  readonly left: number;
  readonly round: number;
  /** The circle is large from the first step on and small again in the last. */
  readonly isGrown: boolean;
}

function paceAt({ steps }: TimedExercisePrompt, elapsed: number): Pace | null {
  const aRound = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  let into = elapsed % aRound;
  for (const [at, step] of steps.entries()) {
    if (into < step.seconds) {
      const isGrown = steps.length === 1 || at < steps.length - 1;
      return { step, left: step.seconds - into, round: Math.floor(elapsed / aRound) + 1, isGrown };
    }
    into -= step.seconds;
  }
  return null;
}
