import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Words } from '../words/words';

/** The way past the frame for people on a keyboard. */
@Component({
  selector: 'cg-skip-link',
  template: `<a href="#content" (click)="skip($event)">{{ words.say('platform.frame.skip') }}</a>`,
  styles: `
    :host {
      position: absolute;
    }
    a {
      position: fixed;
      inset-block-start: 0.5rem;
      inset-inline-start: -100vw;
      z-index: 10;
      padding: 0.625rem 1rem;
      border-radius: 8px;
      background: var(--cg-text);
      color: var(--cg-page);
    }
    a:focus {
      inset-inline-start: 0.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SkipLink {
  protected readonly words = inject(Words);
  private readonly document = inject(DOCUMENT);

  protected skip(click: Event): void {
    click.preventDefault();
    this.document.getElementById('content')?.focus();
  }
}
