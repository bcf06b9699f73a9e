import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  PageHeading,
  Problem,
  ProblemNotice,
  SafetyCardView,
  Session,
  WordsInTemplate,
} from '@common-ground/web/platform';

/** All there is for somebody whom no therapist has confirmed yet, or for whom nothing is open at the moment. */
@Component({
  selector: 'cg-waiting-page',
  imports: [PageHeading, ProblemNotice, RouterLink, SafetyCardView, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (session.waits()) {
        <h1 cgHeading>{{ t('invitations.waiting.title') }}</h1>
        <p>{{ t('invitations.waiting.what') }}</p>
        <p>{{ t('invitations.waiting.comeBack') }}</p>
      } @else {
        <h1 cgHeading>{{ t('invitations.waiting.closedTitle') }}</h1>
        <p>{{ t('invitations.waiting.closed') }}</p>
        <p>
          <a class="words" routerLink="/my-words">{{ t('invitations.waiting.words') }}</a>
        </p>
      }
      @if (problem(); as problem) {
        <cg-problem role="alert" area="invitations" [problem]="problem" />
      }
      <p role="status">{{ hasLooked() ? t('invitations.waiting.still') : '' }}</p>
      <p class="cg-buttons">
        <button type="button" class="cg-button cg-primary" (click)="lookAgain()">
          {{ t('invitations.waiting.look') }}
        </button>
      </p>
      <cg-safety-card />
    </ng-container>
  `,
  styles: `
    .words {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingPage {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);

  protected readonly hasLooked = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async lookAgain(): Promise<void> {
    this.hasLooked.set(false);
    this.problem.set(null);
    try {
      await this.session.load();
      if (this.session.roles().length > 0) await this.router.navigateByUrl(this.session.home());
      else this.hasLooked.set(true);
    } catch (cause) {
      this.problem.set(Problem.from(cause));
    }
  }
}
