import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { LOOK_BACK_QUESTIONS, type FamilySessionId } from '@common-ground/contract';
import {
  LeftWords,
  PageHeading,
  Waiting,
  Words,
  type LeftField,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { LookBackStore } from './look-back.store';

/** Around all pages about one hour: they show what one store holds, and it goes when they go. */
@Component({
  selector: 'cg-look-back-shell',
  imports: [LeftWords, PageHeading, RouterLink, RouterOutlet, WordsInTemplate, Waiting],
  providers: [LookBackStore],
  template: `
    <ng-container *cgWords="let t">
      @if (store.isClosed()) {
        <h1 cgHeading>{{ t('looking.closed.title') }}</h1>
        <cg-left-words [fields]="left()" [why]="t('looking.closed.why')" (letGo)="store.letGo()" />
        <p>
          <a class="cg-button" routerLink="/me">{{ t('looking.home') }}</a>
        </p>
      } @else if (store.lookBack()) {
        <router-outlet />
      } @else {
        @if (store.page.problem()) {
          <h1 cgHeading class="cg-hidden">{{ t('looking.pageTitle') }}</h1>
        }
        <cg-waiting [on]="store.page" />
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookBackShell {
  private readonly words = inject(Words);
  protected readonly store = inject(LookBackStore);

  readonly id = input.required<FamilySessionId>();

  protected readonly left = computed<readonly LeftField[]>(() =>
    LOOK_BACK_QUESTIONS.map((question) => ({
      name: this.words.say(`looking.questions.${question}.asked`),
      words: this.store.draft(question).words,
    })),
  );

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.store.open(id));
    });
  }
}
