import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import type { AnswerId, FollowedHour, OwnOffer, TaskId } from '@common-ground/contract';
import { questionsOf } from '@common-ground/web/documents';
import {
  Dates,
  Problem,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
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
  imports: [OpenedVoices, OwnAnswer, ProblemNotice, WordsInTemplate, Waiting],
  template: `
    @if (asked().length > 0) {
      <section *cgWords="let t" aria-labelledby="hour-questions">
        <h2 id="hour-questions">{{ t('opening.hour.heading') }}</h2>
        <p>{{ t('opening.hour.lead') }}</p>
        <p role="status">
          @if (hasMovedOn()) {
            {{ t('opening.hour.movedOn') }}
          }
        </p>
        @if (found(); as found) {
          @if (pieces.problem(); as problem) {
            <cg-problem role="alert" [problem]="problem" (again)="pieces.again()" />
          }
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
    }
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
  /** What is asked now; while somebody chooses, what they were asked: half a choice is not taken out of their hands. */
  protected readonly asked = linkedSignal<
    { now: FollowedHour['reveals']; isChoosing: boolean },
    FollowedHour['reveals']
  >({
    source: () => ({ now: this.reveals(), isChoosing: this.choosing() !== null }),
    computation: ({ now, isChoosing }, before) =>
      isChoosing && before !== undefined && placesOf(before.value) !== placesOf(now) ? before.value : now,
  });
  protected readonly hasMovedOn = computed(() => placesOf(this.asked()) !== placesOf(this.reveals()));
  private readonly ids = computed(() => {
    const ids = tasksOf(this.asked());
    return ids.length === 0 ? undefined : ids.join();
  });
  protected readonly pieces = loaded(this.ids, (_ids, stop) => this.read(stop));
  /** What is one's own stays while it cannot be read anew; what others opened does not, for it may be closed by now. */
  protected readonly found = linkedSignal<Piece[] | null, Piece[] | null>({
    source: this.pieces.value,
    computation: (now, before) => now ?? before?.value?.map((piece) => ({ ...piece, opened: [] })) ?? null,
  });
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
    const asked = this.asked().flatMap(({ taskId, promptId }) => (taskId === task.id ? [promptId] : []));
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
    const pieces = this.found();
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
    const pieces = tasksOf(this.asked()).map((id) => this.piece(id, stop).catch(noneIfGone));
    return (await Promise.all(pieces)).filter((piece) => piece !== null);
  }

  private async piece(id: TaskId, stop: AbortSignal): Promise<Piece> {
    return {
      task: await this.tasks.task(id, stop),
      offers: await this.client.offers(id, stop),
      opened: await this.client.opened(id, stop),
    };
  }
}

/** One piece that was taken back leaves the others where they are. */
function noneIfGone(cause: unknown): null {
  const problem = Problem.from(cause);
  if (problem.code === 'share-revoked' || problem.code === 'not-found') return null;
  throw problem;
}

function tasksOf(asked: FollowedHour['reveals']): TaskId[] {
  return [...new Set(asked.map(({ taskId }) => taskId))];
}

function placesOf(asked: FollowedHour['reveals']): string {
  return asked.map(({ taskId, promptId }) => `${taskId} ${promptId}`).join();
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
