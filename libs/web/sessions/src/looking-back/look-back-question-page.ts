import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { LOOK_BACK_QUESTIONS } from '@common-ground/contract';
import { PageTitle, Words } from '@common-ground/web/platform';
import { LookBackQuestionForm } from './look-back-question';
import { LookBackStore } from './look-back.store';

/** One question a page. Keyed by the question, so that heading and fields of the next one are new and take the focus. */
@Component({
  selector: 'cg-look-back-question-page',
  imports: [LookBackQuestionForm],
  template: `
    @for (question of shown(); track question) {
      <cg-look-back-question
        [question]="question"
        [number]="number()"
        [comesFromCheck]="from() === 'check'"
      />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookBackQuestionPage {
  private readonly store = inject(LookBackStore);

  readonly n = input<string>();
  readonly from = input<string>();

  protected readonly number = computed(() => Number(this.n()));
  protected readonly shown = computed(() =>
    LOOK_BACK_QUESTIONS.filter((_question, at) => at + 1 === this.number()),
  );

  constructor() {
    const [router, title, words] = [inject(Router), inject(PageTitle), inject(Words)];
    effect(() => {
      const looked = this.store.lookBack();
      if (!looked) return;
      if (this.shown().length > 0 && looked.may.write)
        return title.set(
          words.say('looking.of', { number: this.number(), total: LOOK_BACK_QUESTIONS.length }),
        );
      void router.navigate(['/me/sessions', looked.id, 'after'], { replaceUrl: true });
    });
  }
}
