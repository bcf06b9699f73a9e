import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { RevealStanding } from '@common-ground/contract';
import { ProblemNotice, TranslocoDirective, loaded, sendingOf } from '@common-ground/web/platform';
import { SessionsClient } from '../sessions.client';
import { RunStore } from './run.store';
import { ShownVoices } from './shown-voices';

/** What people open to each other at this entry: that it may be shown or not yet, and what is shown. Never who waits. */
@Component({
  selector: 'cg-run-reveals',
  imports: [ProblemNotice, ShownVoices, TranslocoDirective],
  template: `
    <section *transloco="let t" aria-labelledby="reveals">
      <h3 id="reveals">{{ t('running.reveals.title') }}</h3>
      @if (!isShared()) {
        <p class="cg-quiet">{{ t('running.reveals.quiet') }}</p>
      }
      @if (sending.problem(); as problem) {
        <cg-problem role="alert" area="running.reveals" [problem]="problem" />
      }
      @for (one of store.run().reveals; track one.documentId + one.promptId) {
        <div class="one">
          <p class="question">{{ one.question }}</p>
          @if (one.stands !== 'shown') {
            <p class="cg-tag" role="status" [attr.data-state]="one.stands === 'ready' ? 'approved' : 'draft'">
              {{ t('running.reveals.' + one.stands) }}
            </p>
          }
          @if (one.stands === 'ready') {
            <p>
              <button
                type="button"
                class="cg-button"
                [attr.aria-label]="t('running.reveals.showOf', { question: one.question })"
                [attr.aria-disabled]="sending.isUnderWay() || null"
                (click)="show(one)"
              >
                {{ t('running.reveals.show') }}
              </button>
            </p>
          }
          @if (shownOf(one); as shown) {
            <cg-shown-voices [reveal]="shown" />
          }
        </div>
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

  /** On a screen that others see stands what is shown, and no note on it. */
  readonly isShared = input.required<boolean>();

  protected readonly sending = sendingOf('running.reveals');
  private readonly id = computed(() => this.store.run().id);
  /** Read anew whenever the hour tells that something was shown, or may not be any more; reading is recorded. */
  private readonly onScreen = computed(() => {
    const shown = this.store.run().reveals.filter(({ stands }) => stands === 'shown');
    return shown.length === 0 ? undefined : JSON.stringify(shown);
  });
  private readonly shown = loaded(this.onScreen, (_mark, stop) => this.client.shown(this.id(), stop));

  protected shownOf({ documentId, promptId, stands }: RevealStanding): ShownReveal | null {
    const isIt = (one: ShownReveal): boolean => one.documentId === documentId && one.promptId === promptId;
    return stands === 'shown' ? (this.shown.value()?.find(isIt) ?? null) : null;
  }

  /** Whatever became of it, the hour tells. */
  protected async show(question: RevealStanding): Promise<void> {
    await this.sending.send(() => this.client.show(this.id(), question));
  }
}

type ShownReveal = Awaited<ReturnType<SessionsClient['shown']>>[number];
