import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, inject } from '@angular/core';
import { WordsInTemplate } from '../words/in-templates';
import { Session } from '../session/session';
import { Leaving } from './leaving';
import { SafetyCardView } from './safety-card';

/**
 * Covers the page when somebody is signed out under their hands. The page and what was typed wait behind it, unreadable,
 * until the same person signs in with the form projected here.
 */
@Component({
  selector: 'cg-session-over',
  imports: [SafetyCardView, WordsInTemplate],
  template: `
    <div class="sheet" *cgWords="let t">
      <h1 id="session-over" tabindex="-1">{{ t('platform.sessionOver.title') }}</h1>
      <p>{{ t(session.isOfAnother() ? 'platform.sessionOver.another' : 'platform.sessionOver.text') }}</p>
      @if (session.isOfAnother()) {
        <p>
          <button type="button" class="cg-button" (click)="session.openTheirs()">
            {{ t('platform.sessionOver.theirs') }}
          </button>
        </p>
      }
      <ng-content />
      <p>
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
  host: { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'session-over' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionOver {
  protected readonly leaving = inject(Leaving);
  protected readonly session = inject(Session);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector('h1')?.focus());
  }
}
