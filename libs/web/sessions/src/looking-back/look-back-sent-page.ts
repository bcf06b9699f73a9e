import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PageHeading, Thread, WordsInTemplate } from '@common-ground/web/platform';
import { LookBackStore } from './look-back.store';

/** It is sent: to whom, and until when it can be changed. */
@Component({
  selector: 'cg-look-back-sent-page',
  imports: [PageHeading, RouterLink, Thread, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (store.lookBack(); as looked) {
        <cg-thread [joined]="true" />
        <h1 cgHeading>{{ t('looking.sent.title') }}</h1>
        <p>{{ t('looking.sent.to', { names: store.readers() }) }}</p>
        <p>{{ t('looking.until', { when: store.until() }) }}</p>
        <p>{{ t('looking.takesBack', { names: store.readers() }) }}</p>
        <div class="cg-buttons">
          <a class="cg-button cg-primary" routerLink="/me">{{ t('looking.home') }}</a>
          <a class="cg-button" [routerLink]="['/me/sessions', looked.id, 'after', 'check']">{{
            t('looking.sent.change')
          }}</a>
        </div>
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookBackSentPage {
  protected readonly store = inject(LookBackStore);

  constructor() {
    const router = inject(Router);
    // The address may be opened by hand before anything was sent.
    effect(() => {
      const looked = this.store.lookBack();
      if (looked?.answers.every(({ sentAt }) => sentAt === null))
        void router.navigate(['/me/sessions', looked.id, 'after'], { replaceUrl: true });
    });
  }
}
