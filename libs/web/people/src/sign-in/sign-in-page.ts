import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PageHeading, Session, WordsInTemplate } from '@common-ground/web/platform';
import { SignInForms } from './sign-in-forms';

@Component({
  selector: 'cg-sign-in-page',
  imports: [PageHeading, RouterLink, SignInForms, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h1 cgHeading>{{ t('people.signIn.title') }}</h1>
      <cg-sign-in-forms (signedIn)="goOn()" />
      <p>
        <a routerLink="/l">{{ t('invitations.door.link') }}</a>
      </p>
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  /** The page somebody wanted when they were asked to sign in first. */
  readonly from = input<string>();

  protected goOn(): void {
    const from = this.from();
    // Only ever a path of ours: an address from outside must not decide where somebody lands.
    const isOurs = from !== undefined && /^\/(?![/\\])/u.test(from);
    void this.router.navigateByUrl(isOurs ? from : this.session.home(), { replaceUrl: true });
  }
}
