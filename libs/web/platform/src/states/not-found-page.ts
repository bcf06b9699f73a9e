import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WordsInTemplate } from '../words/in-templates';
import { PageHeading } from '../frame/page-heading';
import { Session } from '../session/session';

/** For addresses that lead nowhere. */
@Component({
  selector: 'cg-not-found-page',
  imports: [PageHeading, RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h1 cgHeading>{{ t('platform.states.notFoundPage.title') }}</h1>
      <p>{{ t('platform.states.notFoundPage.text') }}</p>
      <a class="cg-button" [routerLink]="session.home()">{{ t('platform.states.notFoundPage.home') }}</a>
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {
  protected readonly session = inject(Session);
}
