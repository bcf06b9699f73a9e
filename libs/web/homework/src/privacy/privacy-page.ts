import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Task } from '@common-ground/contract';
import {
  Dates,
  PageHeading,
  SafetyCardView,
  Session,
  TranslocoDirective,
  Waiting,
  loaded,
} from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';
import { MyConsents } from './my-consents';
import { ownWords } from './own-words';

/** Who can see what of mine, in sentences that are true this minute. */
@Component({
  selector: 'cg-privacy-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MyConsents, PageHeading, RouterLink, SafetyCardView, TranslocoDirective, Waiting],
  template: `
    <ng-container *transloco="let t">
      <a class="back" routerLink="/me">{{ t('homework.privacy.back') }}</a>
      <h1 cgHeading>{{ t('homework.privacy.title') }}</h1>
      <p>{{ t('homework.privacy.rule') }}</p>
      <p>{{ t('homework.privacy.ruleSend') }}</p>
      <p>{{ t('homework.privacy.ruleNotYet') }}</p>

      <h2>{{ t('homework.privacy.tasksHeading') }}</h2>
      @if (mine(); as mine) {
        @if (mine.length === 0) {
          <p>{{ t('homework.privacy.nothingYet') }}</p>
        } @else {
          <ul class="cg-lines">
            @for (one of mine; track one.task.id) {
              <li>
                <a [routerLink]="['/me/tasks', one.task.id]">{{ one.task.title }}</a>
                @if (!one.words.isSent) {
                  <p>
                    {{ t('homework.privacy.' + (one.words.answered === 0 ? 'unsentNone' : 'unsent')) }}
                  </p>
                } @else if (one.words.seen > 0) {
                  <p>{{ t('homework.privacy.seen', { count: one.words.seen, names: namesOf(one.task) }) }}</p>
                }
                @if (one.words.kept > 0) {
                  <p>{{ t('homework.privacy.kept', { count: one.words.kept }) }}</p>
                }
                @if (one.words.forFamily > 0) {
                  <p>{{ t('homework.privacy.forFamily', { count: one.words.forFamily }) }}</p>
                }
              </li>
            }
          </ul>
        }
      } @else {
        <cg-waiting [on]="tasks" shape="list" />
      }

      @if (session.isAny('client')) {
        <cg-my-consents />
      }
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
  protected readonly session = inject(Session);

  protected readonly tasks = loaded(
    () => true,
    async (_always, stop): Promise<readonly Task[]> => {
      const summaries = await this.client.tasks(stop);
      return Promise.all(summaries.map(({ id }) => this.client.task(id, stop)));
    },
  );
  protected readonly mine = computed(
    () => this.tasks.value()?.map((task) => ({ task, words: ownWords(task) })) ?? null,
  );

  protected namesOf(task: Task): string {
    return this.dates.list(task.repliesSeenBy.map((reader) => reader.displayName));
  }
}
