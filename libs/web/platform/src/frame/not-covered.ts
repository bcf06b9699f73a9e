import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { WordsInTemplate } from '../words/in-templates';
import { Leaving } from './leaving';
import { SafetyCardView } from './safety-card';

/** In place of the sheet over a page whose session is over, where the sheet does not come: the line is gone, or its file. */
@Component({
  selector: 'cg-not-covered',
  imports: [SafetyCardView, WordsInTemplate],
  template: `
    <div class="sheet" *cgWords="let t">
      <div role="alert">
        <h1>{{ t('platform.sessionOver.title') }}</h1>
        <p>{{ t('platform.sessionOver.noForm') }}</p>
      </div>
      <p class="cg-buttons">
        <button type="button" class="cg-button cg-primary" (click)="again()">
          {{ t('platform.states.tryAgain') }}
        </button>
        <button type="button" class="cg-button cg-plain" (click)="leaving.leave()">
          {{ t('platform.sessionOver.leave') }}
        </button>
      </p>
      <!-- The page's own way to help is covered. -->
      <cg-safety-card />
    </div>
  `,
  styles: `
    :host {
      position: fixed;
      inset: 0;
      z-index: 20;
      overflow-y: auto;
      padding: 2.5rem 1.125rem;
      background: var(--cg-page);
    }
    .sheet {
      max-inline-size: 36rem;
      margin-inline: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotCovered {
  private readonly page = inject(DOCUMENT);
  protected readonly leaving = inject(Leaving);

  protected again(): void {
    this.page.location.reload();
  }
}
