import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { isAnswered } from '@common-ground/rules/content';
import { PaperChoices } from '@common-ground/web/documents';
import { PageHeading, Session, Thread, WordsInTemplate } from '@common-ground/web/platform';
import { pdfOf } from '../homework.client';
import { TaskStore } from './task.store';

/** A page of its own, so that nobody wonders whether it worked: what was sent, to whom, and what happens now. */
@Component({
  selector: 'cg-sent-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageHeading, PaperChoices, RouterLink, Thread, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (sent(); as task) {
        <cg-thread [joined]="true" />
        <h1 cgHeading>{{ t('homework.sent.title') }}</h1>
        <p>
          {{ t('homework.sent.what', { answered: shared(), title: task.title }) }}
          {{ t('homework.sent.to', { names: store.readers() }) }}
        </p>
        @if (kept() > 0) {
          <p>{{ t('homework.sent.kept', { count: kept() }) }}</p>
        }
        <h2>{{ t('homework.sent.nextHeading') }}</h2>
        <p>{{ t('homework.sent.next', { name: task.from.displayName }) }}</p>
        <p>{{ t('homework.sent.changeMind') }}</p>
        @if (hasForFamily()) {
          <p>
            <a class="open" [routerLink]="['/me/tasks', task.id, 'open']">{{
              t('homework.task.openToFamily')
            }}</a>
          </p>
        }
        <div class="cg-buttons">
          <a class="cg-button cg-primary" routerLink="/me">{{ t('homework.sent.home') }}</a>
          <a class="cg-button" [routerLink]="['/me/tasks', task.id]">{{ t('homework.sent.seeAnswers') }}</a>
        </div>
        <h2>{{ t('homework.sent.copyHeading') }}</h2>
        @if (isShared()) {
          <p>{{ t('homework.copy.shared') }}</p>
        }
        <cg-paper-choices [address]="pdfOf(task.id)" [kind]="task.kind" [label]="t('homework.sent.copy')" />
      }
    </ng-container>
  `,
  styles: `
    .open {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
})
export class SentPage {
  protected readonly store = inject(TaskStore);
  private readonly router = inject(Router);
  protected readonly isShared = inject(Session).isOnSharedDevice;
  protected readonly pdfOf = pdfOf;

  protected readonly sent = computed(() => {
    const task = this.store.task();
    return task?.state === 'sent' ? task : null;
  });
  private readonly drafts = computed(() =>
    this.store.questions().map(({ prompt }) => this.store.draft(prompt.id)),
  );
  protected readonly shared = computed(
    () =>
      this.drafts().filter(({ value, visibility }) => isAnswered(value) && visibility !== 'not-yet').length,
  );
  protected readonly kept = computed(
    () =>
      this.drafts().filter(({ value, visibility }) => isAnswered(value) && visibility === 'not-yet').length,
  );
  protected readonly hasForFamily = computed(() =>
    this.drafts().some(({ value, visibility }) => isAnswered(value) && visibility === 'family'),
  );

  constructor() {
    // The address may be opened by hand before anything was sent.
    effect(() => {
      const task = this.store.task();
      if (task && task.state !== 'sent') {
        void this.router.navigate(['/me/tasks', task.id], { replaceUrl: true });
      }
    });
  }
}
