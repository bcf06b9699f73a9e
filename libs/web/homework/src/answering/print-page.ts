import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeading, Session, WordsInTemplate, today } from '@common-ground/web/platform';
import { pdfOf } from '../homework.client';
import { AnsweredPaper } from '../paper/answered-paper';
import { NoticeWithShareView } from '../reading/notice-with-share';
import { TaskStore } from './task.store';

/** The homework on paper, with what its author has answered so far and room for the rest. */
@Component({
  selector: 'cg-task-print-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnsweredPaper, NoticeWithShareView, PageHeading, RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (task(); as task) {
        <div class="cg-screen-only">
          <a class="back" [routerLink]="['/me/tasks', task.id]">{{ t('homework.question.back') }}</a>
          <div class="cg-buttons">
            <button type="button" class="cg-button cg-primary" (click)="print()">
              {{ t('homework.paper.print') }}
            </button>
            <a class="cg-button" [href]="pdf()" target="_blank" rel="noopener">{{
              t('homework.paper.pdf')
            }}</a>
          </div>
        </div>
        <h1 cgHeading class="cg-title">{{ task.title }}</h1>
        <cg-answered-paper
          [content]="task.content"
          [version]="task.version"
          [name]="session.person()?.displayName ?? ''"
          [values]="store.values()"
          [on]="on"
        />
        @if (task.noticeWithShare; as notice) {
          <cg-notice-with-share [notice]="notice" />
        }
      }
    </ng-container>
  `,
  styles: `
    .back {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
})
export class TaskPrintPage {
  protected readonly store = inject(TaskStore);
  protected readonly session = inject(Session);

  protected readonly task = this.store.task;
  protected readonly pdf = computed(() => {
    const task = this.task();
    return task && pdfOf(task.id);
  });
  protected readonly on = today();

  protected print(): void {
    window.print();
  }
}
