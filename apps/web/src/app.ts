import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { SignInForms, StepUpSheet } from '@common-ground/web/people/sign-in';
import { Appearance, Arrival, NotCovered, Session, SignsOfLife, StepUp } from '@common-ground/web/platform';
import { SessionOver } from '@common-ground/web/platform/session-over';

/** The shell: the page, and the sheet that covers it when somebody is signed out under their hands. */
@Component({
  selector: 'cg-root',
  imports: [NotCovered, RouterOutlet, SessionOver, SignInForms, StepUpSheet],
  template: `
    <!-- Whoever is here now reads none of it, also before there is anything to cover it with. -->
    <div
      [inert]="session.isOver() || stepUp.isAsked()"
      [style.visibility]="session.isOver() ? 'hidden' : null"
    >
      <router-outlet />
    </div>
    @defer (when stepUp.isAsked()) {
      @if (stepUp.isAsked()) {
        <cg-step-up-sheet [inert]="session.isOver()" />
      }
    }
    @defer (when session.isOver()) {
      @if (session.isOver()) {
        <cg-session-over><cg-sign-in-forms (signedIn)="goOn($event)" /></cg-session-over>
      }
    } @error {
      @if (session.isOver()) {
        <cg-not-covered />
      }
    }
  `,
  host: { '(window:pageshow)': 'lookAgain($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly session = inject(Session);
  protected readonly stepUp = inject(StepUp);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  constructor() {
    // All three work from the first moment on, whichever page comes first.
    inject(Appearance);
    inject(Arrival);
    inject(SignsOfLife);
  }

  /**
   * The same person goes on where they were, or enrols first. For anybody else the session has the page loaded anew:
   * the router would leave what stands there where it is, if it is their own first page as well.
   */
  protected goOn(who: 'same-person' | 'another-person'): void {
    if (who === 'same-person' && this.session.mustEnrol())
      void this.router.navigateByUrl(this.session.home());
  }

  /** A page the browser took out of its memory may show what its reader may no longer see: load it anew. */
  protected lookAgain(event: PageTransitionEvent): void {
    if (event.persisted) this.document.location.reload();
  }
}
