import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { RevealStanding } from '@common-ground/contract';
import { ProblemNotice, Waiting, WordsInTemplate, loaded, sendingOf } from '@common-ground/web/platform';
import { SessionsClient } from '../sessions.client';
import { RunStore } from './run.store';
import { ShownVoices } from './shown-voices';

/** What people open to each other at this entry: that it may be shown or not yet, and what is shown. Never who waits. */
@Component({
  selector: 'cg-run-reveals',
  imports: [ProblemNotice, ShownVoices, WordsInTemplate, Waiting],
  template: `
    <section *cgWords="let t" aria-labelledby="reveals">
      <h3 id="reveals">{{ t('running.reveals.title') }}</h3>
      @if (!isShared()) {
        <p class="cg-quiet">{{ t('running.reveals.quiet') }}</p>
      }
      @if (sending.problem(); as problem) {
        <cg-problem role="alert" area="running.reveals" [problem]="problem" />
      }
      @for (one of questions(); track one.documentId + one.promptId) {
        <div class="one">
          <p class="question">{{ one.question ?? t('running.reveals.notGiven') }}</p>
          @if (!isShared() && one.question !== null) {
            @if (one.isReady) {
              <p class="cg-tag" role="status" data-state="approved">{{ t('running.reveals.ready') }}</p>
              <p>
                <button
                  type="button"
                  class="cg-button"
                  [attr.aria-label]="t('running.reveals.showOf', { question: one.question })"
                  [attr.aria-disabled]="sending.isUnderWay() || null"
                  (click)="show([one])"
                >
                  {{ t('running.reveals.show') }}
                </button>
              </p>
            } @else if (one.onScreen.length === 0) {
              <p class="cg-tag" role="status" data-state="draft">{{ t('running.reveals.closed') }}</p>
            }
          }
          @for (shown of shownOf(one); track $index) {
            @if (shown.prompt.question !== one.question) {
              <p class="question">{{ shown.prompt.question }}</p>
            }
            <cg-shown-voices [reveal]="shown" />
          }
        </div>
      }
      @if (onScreen() !== undefined && shown.value() === null) {
        <cg-waiting [on]="shown" shape="list" />
      }
      @if (isShared() && questions().length > 0) {
        <p>
          <button
            type="button"
            class="cg-button"
            [attr.aria-disabled]="sending.isUnderWay() || null"
            (click)="show(store.run().reveals)"
          >
            {{ t('running.reveals.showOpen') }}
          </button>
        </p>
      }
    </section>
  `,
  styles: `
    section {
      margin-block: 1rem 1.5rem;
    }
    .one {
      padding-block: 0.75rem;
      border-block-start: 1px solid var(--cg-line);
    }
    .question {
      margin: 0 0 0.5rem;
      font-family: var(--cg-serif);
      font-size: 1.375rem;
      line-height: 2rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunReveals {
  private readonly client = inject(SessionsClient);
  protected readonly store = inject(RunStore);

  /** On a screen that others see stands what is shown, and nothing that tells how far somebody is. */
  readonly isShared = input.required<boolean>();

  protected readonly sending = sendingOf('running.reveals');
  private readonly id = computed(() => this.store.run().id);
  protected readonly questions = computed(() =>
    this.store.run().reveals.filter(({ question }) => question !== null || !this.isShared()),
  );
  /** Whose words stand there, as the hour tells it. While it tells nothing, nobody knows, and so none do. */
  protected readonly onScreen = computed(() =>
    this.store.silentSince() === null
      ? markOf(this.store.run().reveals.flatMap(({ onScreen }) => onScreen))
      : undefined,
  );
  /** What showing it was answered with: it need not be read, and recorded, once more. */
  private answered: readonly ShownReveal[] = [];
  /** Read anew whenever other words than before may stand there; reading is recorded. */
  protected readonly shown = loaded(this.onScreen, async (mark, stop) => {
    const said = this.answered;
    this.answered = [];
    return markOfShown(said) === mark ? said : this.client.shown(this.id(), stop);
  });

  /** Whoever got other words, or got them again, stands apart from the others. */
  protected shownOf({ documentId, promptId }: RevealStanding): readonly ShownReveal[] {
    const isIt = (one: ShownReveal): boolean => one.documentId === documentId && one.promptId === promptId;
    return this.onScreen() === undefined ? [] : (this.shown.value()?.filter(isIt) ?? []);
  }

  /** What may be shown by now; what else becomes of it, the hour tells. */
  protected async show(questions: readonly RevealStanding[]): Promise<void> {
    for (const question of questions.filter(({ isReady }) => isReady)) {
      const answered = await this.sending.send(() => this.client.show(this.id(), question));
      if (answered === null) return;
      this.answered = answered;
      // The hour may have told it before this arrived.
      if (markOfShown(answered) === this.onScreen()) this.shown.set(answered);
    }
  }
}

/** The same for the same answers, in whichever order; nothing where there are none. */
function markOf(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : ids.toSorted().join();
}

function markOfShown(shown: readonly ShownReveal[]): string | undefined {
  return markOf(shown.flatMap(({ voices }) => voices.map(({ answerId }) => answerId)));
}

type ShownReveal = Awaited<ReturnType<SessionsClient['shown']>>[number];
