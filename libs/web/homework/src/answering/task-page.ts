import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { blankWorksheet, blocksOf, minutesOfShort } from '@common-ground/rules/content';
import {
  Dates,
  PageHeading,
  SafetyCardView,
  SaveStateLine,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { PaperChoices, answeredCount, goOnAt } from '@common-ground/web/documents';
import { NoticeWithShareView } from '../reading/notice-with-share';
import { Ways } from '../ways';
import { DueLine } from '../my-homework/due-line';
import { AnswerList } from './answer-list';
import { TaskStore } from './task.store';
import { WhenItIsALot } from './when-it-is-a-lot';

/** Before the first question: why, how long, who sees it. After sending: what was sent and what came back to it. */
@Component({
  selector: 'cg-task-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    NoticeWithShareView,
    AnswerList,
    DueLine,
    PageHeading,
    PaperChoices,
    RouterLink,
    SafetyCardView,
    SaveStateLine,
    WordsInTemplate,
    WhenItIsALot,
  ],
  templateUrl: './task-page.html',
  styleUrl: './task-page.scss',
})
export class TaskPage {
  private readonly dates = inject(Dates);
  protected readonly store = inject(TaskStore);
  protected readonly ways = inject(Ways);

  protected readonly task = this.store.task;
  protected readonly whenAndWhere = computed(() => {
    const content = this.task()?.content;
    return content !== undefined && 'whenAndWhere' in content ? content.whenAndWhere : '';
  });
  private readonly blocks = computed(() => blocksOf(this.task()?.content ?? blankWorksheet('en')));
  protected readonly minutes = computed(() =>
    this.store.isShort() ? minutesOfShort(this.blocks()) : (this.task()?.minutes ?? 0),
  );
  protected readonly answered = computed(() => answeredCount(this.store.questions(), this.store.values()));
  protected readonly hasFeedback = computed(
    () =>
      (this.task()?.notes.length ?? 0) > 0 ||
      this.store.questions().some(({ prompt }) => this.store.feedback(prompt.id).length > 0),
  );
  protected readonly next = computed(() => goOnAt(this.store.questions(), this.store.values()));
  protected readonly way = computed(() => {
    const task = this.task();
    const next = this.next();
    if (!task) return this.ways.home();
    return next === null ? this.ways.task(task.id, 'check') : this.ways.task(task.id, 'q', String(next));
  });
  protected readonly act = computed(() => {
    if (this.next() === null) return 'checkAndSend';
    return this.answered() === 0 ? 'startQuestion' : 'goOn';
  });

  /** The day it was open until, once that is over. */
  protected readonly closedOn = computed(() => {
    const task = this.task();
    return task && !task.may.answer && task.openUntilOn !== null ? this.dates.day(task.openUntilOn) : null;
  });

  protected dayOf(at: string): string {
    return this.dates.day(at.slice(0, 10));
  }
}
