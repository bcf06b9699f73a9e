import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { WordsInTemplate } from '../words/in-templates';
import { PageHeading } from '../frame/page-heading';
import { SafetyCardView } from '../frame/safety-card';

/** When not even the question who is here was answered. The address stays, so that trying again leads there. */
@Component({
  selector: 'cg-not-reached-page',
  imports: [PageHeading, SafetyCardView, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h1 cgHeading>{{ t('platform.states.notReached.title') }}</h1>
      <p>{{ t('platform.states.notReached.text') }}</p>
      <p>
        <button type="button" class="cg-button cg-primary" (click)="again()">
          {{ t('platform.states.tryAgain') }}
        </button>
      </p>
      <cg-safety-card />
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotReachedPage {
  private readonly document = inject(DOCUMENT);

  protected again(): void {
    this.document.location.reload();
  }
}
