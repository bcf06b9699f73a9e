import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import type { TaskId } from '@common-ground/contract';
import { PageHeading, ProblemNotice, Waiting, WordsInTemplate } from '@common-ground/web/platform';
import { Ways } from '../ways';
import { TakenBack } from './taken-back';
import { TaskStore } from './task.store';

/** Milliseconds after the homework stands. */
const PAPER_AFTER = 1_000;

/** Around all pages of one piece of homework: they show what one store holds, and it goes when they go. */
@Component({
  selector: 'cg-task-shell',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageHeading, ProblemNotice, RouterOutlet, TakenBack, WordsInTemplate, Waiting],
  providers: [TaskStore],
  template: `
    <ng-container *cgWords="let t">
      @if (store.isTaken()) {
        <cg-taken-back />
      } @else if (store.task()) {
        <router-outlet />
      } @else if (store.page.problem(); as problem) {
        <h1 cgHeading class="cg-hidden">{{ t('homework.task.pageTitle') }}</h1>
        <cg-problem [problem]="problem" area="homework" (again)="store.page.again()" />
      } @else {
        <cg-waiting [on]="store.page" />
      }
    </ng-container>
  `,
})
export class TaskShell {
  protected readonly store = inject(TaskStore);

  readonly id = input.required<string>();
  /** From the route: the pages inside are about the days of a plan, which asks nothing else. */
  readonly isPlan = input(false);

  constructor() {
    const [router, ways] = [inject(Router), inject(Ways)];
    // What asks nothing has its own page; links to it may have been kept from anywhere.
    effect(() => {
      const task = this.store.task();
      if (task?.prompts === 0 && !this.isPlan())
        void router.navigate(ways.item(task.id), { replaceUrl: true });
    });
    effect(() => {
      const id = this.id() as TaskId;
      untracked(() => this.store.open(id));
    });
    // Paper is fetched once the homework stands and the line is free, so that it opens without a connection, too.
    let timer: ReturnType<typeof setTimeout> | undefined;
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
    effect(() => {
      if (this.store.task() && !this.isPlan())
        timer ??= setTimeout(() => void import('./print-page').catch(() => undefined), PAPER_AFTER);
    });
  }
}
