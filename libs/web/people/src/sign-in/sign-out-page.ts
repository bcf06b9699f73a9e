import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeading, Session } from '@common-ground/web/platform';
import { TranslocoDirective } from '@jsverse/transloco';

@Component({
  selector: 'cg-sign-out-page',
  imports: [PageHeading, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (isDone()) {
        <h1 cgHeading>{{ t('people.signOut.title') }}</h1>
        <p>{{ t('people.signOut.text') }}</p>
        <a class="cg-button" routerLink="/sign-in">{{ t('people.signOut.again') }}</a>
      } @else {
        <p role="status">{{ t('people.signOut.underWay') }}</p>
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignOutPage {
  protected readonly isDone = signal(false);

  constructor() {
    void inject(Session)
      .signOut()
      .then(() => this.isDone.set(true));
  }
}
