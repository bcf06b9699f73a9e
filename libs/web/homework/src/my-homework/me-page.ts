import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { putOffUntil } from '@common-ground/rules/content';
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
  loaded,
  today,
  together,
} from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';
import { AfterSessions } from './after-sessions';
import { AskedSessions } from './asked-sessions';
import { DueLine } from './due-line';
import { TakenHome } from './taken-home';
import { homeOf, wayInto, whatNext, wordsInto } from './what-next';

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
  private readonly questions = viewChild(QuestionsForMe);
  private readonly sessions = viewChild(AskedSessions);
  private readonly all = together(this.tasks, () => [this.questions()?.questions, this.sessions()?.sessions]);
  protected readonly isWhole = this.all.isWhole;
  protected readonly page = this.all.page;
  protected readonly mine = computed(() => {
    const tasks = this.tasks.value();
    return tasks && whatNext(tasks, this.today);
  });
  /** Something above waits for an answer: then there is no homework, and yet something to do. */
  protected readonly isAsked = computed(
    () =>
      (this.questions()?.questions.value()?.length ?? 0) > 0 || this.sessions()?.waitsForAnswer() === true,
  );
  protected readonly today = today();
  protected readonly putOffUntil = putOffUntil;
  protected readonly homeOf = homeOf;
  protected readonly wayInto = wayInto;
  protected readonly wordsInto = wordsInto;

  protected dayOf(at: string): string {
    return this.dates.day(at.slice(0, 10));
  }
}
