import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { AnswerId, FollowedHour, OwnOffer } from '@common-ground/contract';
import { questionsOf } from '@common-ground/web/documents';
import { Dates, TranslocoDirective, Waiting, Words, loaded } from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';
import { OpenedVoices } from './opened-voices';
import { OwnAnswer } from './own-answer';
import { RevealsClient } from './reveals.client';

/**
 * What the reader answered before and may open now, while the hour is at it, and what others opened to them. It is
 * asked on this phone alone, and nobody else is told that it was.
 */
@Component({
  selector: 'cg-hour-questions',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [OpenedVoices, OwnAnswer, TranslocoDirective, Waiting],
  template: `
    <section *transloco="let t" aria-labelledby="hour-questions">
      <h2 id="hour-questions">{{ t('opening.hour.heading') }}</h2>
      <p>{{ t('opening.hour.lead') }}</p>
      @if (pieces.value(); as found) {
        @for (piece of found; track piece.task.id) {
          @for (one of linesOf(piece); track one.prompt.id) {
            <div class="one">
              <cg-own-answer
                [prompt]="one.prompt"
                [value]="one.value"
                [answer]="one.answer"
                [companions]="piece.offers.companions"
                [readers]="readersOf(piece)"
                [isInHour]="true"
                [isChoosing]="choosing() === one.answer.answerId"
                (isChoosingChange)="choosing.set($event ? one.answer.answerId : null)"
                (changed)="put($event)"
              />
              @if (one.voices.length > 0) {
                <cg-opened-voices
                  [prompt]="one.prompt"
                  [mine]="one.value"
                  [voices]="one.voices"
                  [isBesideOwn]="true"
                />
              }
            </div>
          }
        }
      } @else {
        <cg-waiting [on]="pieces" shape="list" />
      }
    </section>
  `,
  styles: `
    h2 {
      margin-block: 1.5rem 0.25rem;
    }
    .one {
      padding-block: 1.25rem;
      border-block-end: 1px solid var(--cg-line);
    }
    cg-opened-voices {
      display: block;
      margin-block-start: 1.5rem;
    }
  `,
})
export class HourQuestions {
  private readonly tasks = inject(HomeworkClient);
  private readonly client = inject(RevealsClient);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);

  readonly reveals = input.required<FollowedHour['reveals']>();

  protected readonly choosing = signal<AnswerId | null>(null);
  private readonly ids = computed(() => [...new Set(this.reveals().map(({ taskId }) => taskId))].join());
  protected readonly pieces = loaded(this.ids, (_ids, stop) => this.read(stop));
  /** Reading others is recorded each time, so it is done only when the hour tells that something changed. */
  private readonly told = computed(() => JSON.stringify(this.reveals()));
  private known = '';

  constructor() {
    effect(() => {
      const told = this.told();
      untracked(() => {
        if (this.known !== '' && this.known !== told) this.pieces.again();
        this.known = told;
      });
    });
  }

  protected linesOf({ task, offers, opened }: Piece): Line[] {
    const asked = this.reveals().flatMap(({ taskId, promptId }) => (taskId === task.id ? [promptId] : []));
    return questionsOf(task.content).list.flatMap(({ prompt }): Line[] => {
      const answer = offers.answers.find(({ promptId }) => promptId === prompt.id);
      if (answer === undefined || !asked.includes(prompt.id)) return [];
      const value = task.answers.find(({ promptId }) => promptId === prompt.id)?.value ?? null;
      return [{ prompt, answer, value, voices: opened.filter(({ promptId }) => promptId === prompt.id) }];
    });
  }

  protected readersOf({ task }: Piece): string {
    const names = task.repliesSeenBy.map(({ displayName }) => displayName);
    return names.length > 0 ? this.dates.list(names) : this.words.say('homework.visibility.aTherapist');
  }

  /** What was changed here stands at once; what it opened or closed for others comes with the hour. */
  protected put(changed: OwnOffer): void {
    const pieces = this.pieces.value();
    if (pieces === null) return;
    this.pieces.set(
      pieces.map((piece) => ({
        ...piece,
        offers: {
          ...piece.offers,
          answers: piece.offers.answers.map((one) => (one.answerId === changed.answerId ? changed : one)),
        },
      })),
    );
    this.pieces.again();
  }

  private async read(stop: AbortSignal): Promise<Piece[]> {
    const ids = [...new Set(this.reveals().map(({ taskId }) => taskId))];
    return Promise.all(
      ids.map(async (id) => ({
        task: await this.tasks.task(id, stop),
        offers: await this.client.offers(id, stop),
        opened: await this.client.opened(id, stop),
      })),
    );
  }
}

interface Piece {
  readonly task: Awaited<ReturnType<HomeworkClient['task']>>;
  readonly offers: Awaited<ReturnType<RevealsClient['offers']>>;
  readonly opened: Awaited<ReturnType<RevealsClient['opened']>>;
}

interface Line extends Pick<ReturnType<typeof questionsOf>['list'][number], 'prompt'> {
  readonly answer: OwnOffer;
  readonly value: Piece['opened'][number]['value'];
  readonly voices: Piece['opened'];
}
