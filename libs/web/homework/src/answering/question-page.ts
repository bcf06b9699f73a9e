import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { goOnAt } from '@common-ground/web/documents';
import { PageTitle, Words } from '@common-ground/web/platform';
import { AskedQuestion } from './asked-question';
import { Ways } from '../ways';
import { TaskStore } from './task.store';

/** One question a page, while answers are taken. Without a number, or with one there is not, it leads to where the person goes on. */
@Component({
  selector: 'cg-question-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AskedQuestion],
  template: `
    <!-- Keyed by the question, so that heading and fields of the next one are new and the heading takes the focus. -->
    @for (question of shown(); track question.prompt.id) {
      <cg-asked-question [question]="question" [comesFromCheck]="from() === 'check'" />
    }
  `,
})
export class QuestionPage {
  private readonly store = inject(TaskStore);
  private readonly ways = inject(Ways);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly title = inject(PageTitle);

  readonly n = input<string>();
  readonly from = input<string>();

  protected readonly shown = computed(() =>
    this.store.questions().filter((question) => String(question.number) === this.n()),
  );

  constructor() {
    effect(() => {
      const task = this.store.task();
      const [question] = this.shown();
      if (!task) return;
      if (!task.may.answer) {
        void this.router.navigate(this.ways.task(task.id), { replaceUrl: true });
        return;
      }
      if (question) {
        const total = this.store.questions().length;
        this.title.set(this.words.say('homework.question.of', { number: question.number, total }));
        return;
      }
      const next = goOnAt(this.store.questions(), this.store.values());
      const way = next === null ? ['check'] : ['q', next];
      void this.router.navigate(this.ways.task(task.id, ...way), { replaceUrl: true });
    });
  }
}
