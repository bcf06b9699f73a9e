import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilySession, FamilySessionId } from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  PageHeading,
  PageTitle,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { LeftNote } from '../private-notes/left-note';
import { PrivateNotes } from '../private-notes/private-notes';
import { PlanReviewPanel } from '../reviewing/plan-review-panel';
import { SessionsClient } from '../sessions.client';
import { PlanDesk } from './plan-desk';
import { PlanStore } from './plan.store';
import { sessionTrail } from './trail';

/** The hour of one family, to be planned by those who lead it. */
@Component({
  selector: 'cg-session-page',
  imports: [
    Breadcrumb,
    LeftNote,
    PageHeading,
    PlanDesk,
    PlanReviewPanel,
    PrivateNotes,
    RouterLink,
    WordsInTemplate,
    Waiting,
  ],
  template: `
    <ng-container *cgWords="let t">
      @if (session.value(); as session) {
        <cg-breadcrumb [trail]="trail()" />
        <h1 cgHeading>{{ t('sessions.plan.heading', { when: when() }) }}</h1>
        <p>
          @if (calledOffAt(); as at) {
            {{ t('sessions.callOff.done', { ago: dates.ago(at) }) }}
          } @else {
            <a class="cg-button" [routerLink]="['/app/sessions', session.id, 'run']">{{
              t('sessions.plan.' + wayToHour(session))
            }}</a>
          }
        </p>
        @if (calledOffAt() === null) {
          <cg-plan-review [id]="session.id" />
        }
        <cg-plan-desk [session]="session" />
        <cg-private-notes [id]="session.id" />
      } @else {
        @if (session.problem()) {
          <h1 cgHeading class="cg-hidden">{{ t('sessions.plan.title') }}</h1>
        }
        <cg-waiting [on]="session" />
        @if (session.problem()?.code === 'not-found') {
          <cg-left-note [id]="id()" />
        }
      }
    </ng-container>
  `,
  // Here and not at the desk: the heading says when the hour is while somebody moves it.
  providers: [PlanStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionPage {
  private readonly client = inject(SessionsClient);
  protected readonly dates = inject(Dates);
  private readonly store = inject(PlanStore);
  private readonly words = inject(Words);

  readonly id = input.required<FamilySessionId>();

  protected readonly session = loaded(this.id, (id) => this.client.session(id));
  protected readonly when = computed(() => {
    const plan = this.store.draft() ?? this.session.value()?.plan;
    // The clock on the wall, read as if it were UTC, so that no zone moves it.
    return plan ? this.dates.momentIn(`${plan.startsOn}T${plan.startTime}:00Z`, 'UTC') : '';
  });
  /** The desk learns of it first. */
  protected readonly calledOffAt = computed(() =>
    this.store.draft() === null
      ? (this.session.value()?.calledOffAt ?? null)
      : this.store.session().calledOffAt,
  );
  protected readonly trail = computed(() => {
    const family = this.session.value()?.family;
    return family ? sessionTrail(this.words, family) : [];
  });

  /** The hour has one page; what one finds there is told by where it stands. */
  protected wayToHour({ isUnderWay, hasEnded }: FamilySession): string {
    if (hasEnded) return 'cameOfIt';
    return isUnderWay ? 'goOn' : 'lead';
  }

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.session.value()) title.set(this.words.say('sessions.plan.heading', { when: this.when() }));
    });
  }
}
