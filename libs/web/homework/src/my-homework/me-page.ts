import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskSummary } from '@common-ground/contract';
import { QuestionsForMe } from '@common-ground/web/people';
import {
  Dates,
  LeftNotice,
  PageHeading,
  SafetyCardView,
  Session,
  Thread,
  Waiting,
  WordsInTemplate,
  byAndBy,
  loaded,
  today,
  together,
} from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';
import { AfterSessions } from './after-sessions';
import { AskedSessions } from './asked-sessions';
import { DueLine } from './due-line';
import { TakenHome } from './taken-home';
import { TaskLine } from './task-line';
import { linesOf, upTo, wayInto, whatNext, wordsInto } from './what-next';

/** A family member's first page: the one next thing, and only below it everything else. */
@Component({
  selector: 'cg-me-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AfterSessions,
    AskedSessions,
    DueLine,
    LeftNotice,
    PageHeading,
    QuestionsForMe,
    RouterLink,
    SafetyCardView,
    TakenHome,
    TaskLine,
    Thread,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './me-page.html',
  styleUrl: './me-page.scss',
})
export class MePage {
  private readonly client = inject(HomeworkClient);
  private readonly dates = inject(Dates);
  protected readonly session = inject(Session);

  protected readonly tasks = loaded(
    () => true,
    (_always, stop) => this.client.tasks(stop),
  );
  /** What stands beside the homework begins in a task of its own, so that a slow phone feels a finger in between. */
  protected readonly hasBegun = signal(false);
  private readonly keptHere = loaded(
    () => this.session.isFromDevice() || undefined,
    () => this.client.keptHere(),
  );
  private readonly questions = viewChild(QuestionsForMe);
  protected readonly sessions = viewChild(AskedSessions);
  private readonly all = together(this.tasks, () => [
    ...[this.questions()?.questions, this.sessions()?.sessions],
    ...(this.session.isFromDevice() ? [this.keptHere] : []),
  ]);
  protected readonly isWhole = this.all.isWhole;
  protected readonly page = this.all.page;
  protected readonly mine = computed(() => {
    const tasks = this.tasks.value();
    return tasks && whatNext(tasks, this.today);
  });
  private readonly room = byAndBy(() => {
    const mine = this.mine();
    return mine && this.isWhole() ? linesOf(mine) : 0;
  });
  /** As much of it as stands there so far. */
  protected readonly shown = computed(() => {
    const mine = this.mine();
    return mine && upTo(this.room(), mine);
  });
  /** Something above waits for an answer: then there is no homework, and yet something to do. */
  protected readonly isAsked = computed(
    () =>
      (this.questions()?.questions.value()?.length ?? 0) > 0 || this.sessions()?.waitsForAnswer() === true,
  );
  private readonly today = today();
  protected readonly wayInto = wayInto;
  protected readonly wordsInto = wordsInto;

  constructor() {
    setTimeout(() => this.hasBegun.set(true));
  }

  /** Without a connection: never opened here, so that no tap leads to a page that cannot come. */
  protected isNotHere({ id }: TaskSummary): boolean {
    return this.session.isFromDevice() && this.keptHere.value()?.includes(id) === false;
  }

  protected dayOf(at: string): string {
    return this.dates.day(at.slice(0, 10));
  }
}
