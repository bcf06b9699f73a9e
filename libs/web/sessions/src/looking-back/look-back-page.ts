import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeading, WordsInTemplate } from '@common-ground/web/platform';
import { LookBackLines } from './look-back-lines';
import { LookBackStore } from './look-back.store';

/** Before the first question: what is asked, who reads it, and that none of it has to be. */
@Component({
  selector: 'cg-look-back-page',
  imports: [LookBackLines, PageHeading, RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (store.lookBack(); as looked) {
        <a class="back" routerLink="/me">{{ t('looking.home') }}</a>
        <h1 cgHeading>{{ t('looking.title') }}</h1>
        <p>{{ t('looking.about', { when: store.when() }) }}</p>
        @if (looked.may.write) {
          <p>{{ t('looking.free') }}</p>
          <p>{{ t('looking.readers', { names: store.readers() }) }}</p>
          <p>{{ t('looking.until', { when: store.until() }) }}</p>
          @if (store.isEmpty()) {
            <a class="cg-button cg-primary go" [routerLink]="['q', 1]">{{ t('looking.begin') }}</a>
          } @else {
            <h2>{{ t('looking.yours') }}</h2>
            <cg-look-back-lines />
            @if (store.hasUnsent()) {
              <p>{{ t('looking.notSent') }}</p>
            }
            <a class="cg-button cg-primary go" [routerLink]="['check']">{{ t('looking.goOn') }}</a>
          }
        } @else {
          <p>{{ t('looking.over') }}</p>
          <cg-look-back-lines />
        }
      }
    </ng-container>
  `,
  styleUrl: './look-back.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookBackPage {
  protected readonly store = inject(LookBackStore);
}
