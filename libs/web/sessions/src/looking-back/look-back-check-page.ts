import { ChangeDetectionStrategy, Component, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LOOK_BACK_QUESTIONS } from '@common-ground/contract';
import {
  PageHeading,
  Problem,
  ProblemNotice,
  SaveStateLine,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { LookBackLines } from './look-back-lines';
import { LookBackStore } from './look-back.store';

/** What was written once more, and the one button that lets the therapists read it. */
@Component({
  selector: 'cg-look-back-check-page',
  imports: [LookBackLines, PageHeading, ProblemNotice, RouterLink, SaveStateLine, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (store.lookBack(); as looked) {
        <div class="top">
          <a class="back" [routerLink]="['/me/sessions', looked.id, 'after', 'q', last]">{{
            t('looking.back')
          }}</a>
          <cg-save-state [of]="store.state()" />
        </div>
        <h1 cgHeading>{{ t('looking.check.title') }}</h1>
        <cg-look-back-lines [mayChange]="true" />
        @if (store.sent().length > 0) {
          <p>{{ t('looking.takesBack', { names: store.readers() }) }}</p>
        }
        @for (question of store.divided(); track question) {
          <p class="unsaved" role="alert">
            {{ t('looking.check.divided', { question: t('looking.questions.' + question + '.asked') }) }}
          </p>
        }
        @if (isUnsaved()) {
          <p class="unsaved" role="alert">{{ t('looking.check.unsaved') }}</p>
        }
        @if (problem(); as problem) {
          <cg-problem role="alert" area="looking" [problem]="problem" (again)="send()" />
        }
        @if (store.isEmpty()) {
          <p>{{ t('looking.check.nothing') }}</p>
          <a class="cg-button cg-primary go" routerLink="/me">{{ t('looking.home') }}</a>
        } @else if (store.hasUnsent()) {
          <p>{{ t('looking.check.then', { names: store.readers() }) }}</p>
          <button type="button" class="cg-button cg-primary go" (click)="send()">
            {{ t('looking.check.send', { names: store.readers() }) }}
          </button>
        } @else {
          <p>{{ t('looking.check.sentAlready', { names: store.readers() }) }}</p>
          <a class="cg-button cg-primary go" routerLink="/me">{{ t('looking.home') }}</a>
        }
      }
    </ng-container>
  `,
  styleUrl: './look-back.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookBackCheckPage {
  private readonly router = inject(Router);
  protected readonly store = inject(LookBackStore);

  protected readonly last = LOOK_BACK_QUESTIONS.length;
  protected readonly isUnsaved = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private isSending = false;

  constructor() {
    effect(() => {
      const looked = this.store.lookBack();
      if (looked && !looked.may.write)
        void this.router.navigate(['/me/sessions', looked.id, 'after'], { replaceUrl: true });
    });
  }

  protected async send(): Promise<void> {
    const id = this.store.lookBack()?.id;
    if (id === undefined || this.isSending) return;
    this.isSending = true;
    this.isUnsaved.set(false);
    this.problem.set(null);
    try {
      if ((await this.store.send()) === 'unsaved') this.isUnsaved.set(this.store.divided().length === 0);
      else await this.router.navigate(['/me/sessions', id, 'after', 'sent'], { replaceUrl: true });
    } catch (cause) {
      this.problem.set(Problem.from(cause));
    } finally {
      this.isSending = false;
    }
  }
}
