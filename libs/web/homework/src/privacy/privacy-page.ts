import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Consent, WordsInTask } from '@common-ground/contract';
import { QuestionsForMe } from '@common-ground/web/people';
import {
  Dates,
  PageHeading,
  SafetyCardView,
  TranslocoDirective,
  Waiting,
  Words,
  loaded,
} from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';
import { MyConsents } from './my-consents';
import { WhoReadMine } from './who-read-mine';

/** Who can see what of mine, in sentences that are true this minute: the server works them out by its own rules. */
@Component({
  selector: 'cg-privacy-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    MyConsents,
    PageHeading,
    QuestionsForMe,
    RouterLink,
    SafetyCardView,
    TranslocoDirective,
    Waiting,
    WhoReadMine,
  ],
  template: `
    <ng-container *transloco="let t">
      <a class="back" routerLink="/me">{{ t('homework.privacy.back') }}</a>
      <h1 cgHeading>{{ t('homework.privacy.title') }}</h1>
      <p>{{ t('homework.privacy.rule') }}</p>
      <p>{{ t('homework.privacy.ruleSend') }}</p>
      <p>{{ t('homework.privacy.ruleNotYet') }}</p>

      @if (privacy.value(); as mine) {
        <cg-questions-for-me />
        @if (hasVoice()) {
          <cg-my-consents [consents]="mine.consents" (changed)="put($event)" />
        }
        <h2>{{ t('homework.privacy.tasksHeading') }}</h2>
        @if (mine.words.length === 0) {
          <p>{{ t('homework.privacy.nothingYet') }}</p>
        } @else {
          <ul class="cg-lines">
            @for (one of mine.words; track one.taskId) {
              <li>
                @if (one.title; as title) {
                  <a [routerLink]="['/me/tasks', one.taskId]">{{ title }}</a>
                } @else {
                  <p>
                    <strong>{{ t('homework.privacy.closed') }}</strong>
                  </p>
                }
                @if (!one.isSent) {
                  <p>
                    {{ t('homework.privacy.' + (one.answered === 0 ? 'unsentNone' : 'unsent')) }}
                  </p>
                } @else if (one.seen > 0) {
                  <p>{{ t('homework.privacy.seen', { count: one.seen, names: namesOf(one) }) }}</p>
                }
                @if (one.kept > 0) {
                  <p>{{ t('homework.privacy.kept', { count: one.kept }) }}</p>
                }
                @if (one.forFamily > 0) {
                  <p>{{ t('homework.privacy.forFamily', { count: one.forFamily }) }}</p>
                }
              </li>
            }
          </ul>
        }
      } @else {
        <cg-waiting [on]="privacy" shape="list" />
      }
      <cg-who-read-mine />
      <cg-safety-card />
    </ng-container>
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
    li p {
      margin: 0;
    }
    cg-safety-card {
      margin-block-start: 32px;
      display: block;
    }
  `,
})
export class PrivacyPage {
  private readonly client = inject(HomeworkClient);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);

  protected readonly privacy = loaded(
    () => true,
    (_always, stop) => this.client.privacy(stop),
  );

  /** Clients see the way to their consents even while there are none; so does whoever speaks for one. */
  protected hasVoice(): boolean {
    return (this.privacy.value()?.families ?? []).some(({ voice, isClient }) => voice !== null || isClient);
  }

  protected namesOf({ seenBy }: WordsInTask): string {
    return seenBy.length === 0
      ? this.words.say('homework.visibility.aTherapist')
      : this.dates.list(seenBy.map((reader) => reader.displayName));
  }

  protected put(changed: Consent): void {
    const mine = this.privacy.value();
    if (!mine) return;
    const consents = mine.consents.map((one) => (one.id === changed.id ? changed : one));
    this.privacy.set({ ...mine, consents });
  }
}
