import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { WordsInTemplate } from '../words/in-templates';
import { PageHeading } from './page-heading';
import { SafetyCardView } from './safety-card';

/** Urgent help: works signed out and without a network. */
@Component({
  selector: 'cg-help-now-page',
  imports: [PageHeading, SafetyCardView, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h1 cgHeading>{{ t('platform.safety.title') }}</h1>
      <p>{{ t('platform.safety.lead') }}</p>
      <cg-safety-card />
      <p class="back">
        <button type="button" class="cg-button" (click)="location.back()">
          {{ t('platform.acts.back') }}
        </button>
      </p>
      <h2>{{ t('platform.exit.aboutTitle') }}</h2>
      <p>{{ t('platform.exit.about') }}</p>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
    }
    .back {
      margin-block: 1.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HelpNowPage {
  protected readonly location = inject(Location);
}
