import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeading, WordsInTemplate } from '@common-ground/web/platform';
import { EmergenciesStore } from './emergencies.store';
import { EmergencyList } from './emergency-list';

/** Emergencies of the reader's families and, for a supervisor, of the practice; and the way to open one. */
@Component({
  selector: 'cg-emergencies-page',
  imports: [EmergencyList, PageHeading, RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h1 cgHeading>{{ t('records.emergencies.title') }}</h1>
      <p>{{ t('records.emergencies.lead') }}</p>
      @if (!store.own()) {
        <p class="cg-buttons">
          <a class="cg-button cg-primary" routerLink="/app/emergencies/new">{{ t('records.open.start') }}</a>
        </p>
      }
      <cg-emergency-list />
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmergenciesPage {
  protected readonly store = inject(EmergenciesStore);
}
