import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input } from '@angular/core';
import type { FamilySessionId } from '@common-ground/contract';
import {
  Breadcrumb,
  PageHeading,
  ProblemNotice,
  SharedScreen,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { sessionTrail } from '../planning/trail';
import { SessionsClient } from '../sessions.client';
import { PadStore } from './pad.store';
import { RunDesk } from './run-desk';
import { RunStore } from './run.store';

/** The hour itself: before it begins, what it is about; from then on, where it stands. */
@Component({
  selector: 'cg-run-page',
  imports: [Breadcrumb, PageHeading, ProblemNotice, RunDesk, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      @if (run.value(); as run) {
        @if (!isShared()) {
          <cg-breadcrumb [trail]="trail()" />
        }
        @if (run.begunAt !== null) {
          <h1 cgHeading class="cg-hidden">{{ t('running.title') }}</h1>
          @if (pad.value(); as pad) {
            <cg-run-desk [run]="run" [pad]="pad" [(isShared)]="isShared" />
          } @else {
            <cg-waiting [on]="pad" />
          }
        } @else {
          <h1 cgHeading>{{ t('running.before.heading') }}</h1>
          @if (run.purpose) {
            <p class="purpose">{{ run.purpose }}</p>
          }
          @if (sending.problem(); as problem) {
            <cg-problem role="alert" area="running" [problem]="problem" />
          }
          <p>{{ t('running.before.about', { count: run.entries.length, minutes: run.minutes }) }}</p>
          <ol>
            @for (entry of run.entries; track entry.id) {
              <li>
                {{ entry.title }}
                <span class="cg-quiet">{{ t('running.min', { count: entry.minutes }) }}</span>
              </li>
            }
          </ol>
          @if (run.may.lead) {
            <p class="cg-quiet">{{ t('running.before.then') }}</p>
            <button
              type="button"
              class="cg-button cg-primary"
              [attr.aria-disabled]="sending.isUnderWay() || null"
              (click)="begin()"
            >
              {{ t('running.before.act') }}
            </button>
          } @else {
            <p>{{ t('running.before.calledOff') }}</p>
          }
        }
      } @else {
        @if (run.problem()) {
          <h1 cgHeading class="cg-hidden">{{ t('running.title') }}</h1>
        }
        <cg-waiting [on]="run" />
      }
    </ng-container>
  `,
  styles: `
    .purpose {
      font-family: var(--cg-serif);
      font-size: 1.375rem;
      line-height: 2rem;
    }
    li {
      margin-block-end: 0.375rem;
    }
  `,
  providers: [RunStore, PadStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunPage {
  private readonly client = inject(SessionsClient);
  private readonly words = inject(Words);

  readonly id = input.required<FamilySessionId>();

  /** Others see this screen: nothing on it is a note. */
  protected readonly isShared = inject(SharedScreen).isOn;
  protected readonly sending = sendingOf('running');
  protected readonly run = loaded(this.id, (id) => this.client.run(id));
  protected readonly pad = loaded(
    () => (this.run.value()?.begunAt ? this.id() : undefined),
    (id) => this.client.pad(id),
  );
  protected readonly trail = computed(() => {
    const run = this.run.value();
    return run ? sessionTrail(this.words, run.family) : [];
  });

  constructor() {
    // Every other page is a page of the staff again.
    inject(DestroyRef).onDestroy(() => this.isShared.set(false));
  }

  protected async begin(): Promise<void> {
    const run = await this.sending.send(() => this.client.begin(this.id()));
    if (run) this.run.set(run);
  }
}
