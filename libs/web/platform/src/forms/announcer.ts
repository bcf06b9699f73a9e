import { DOCUMENT } from '@angular/common';
import { Injectable, inject } from '@angular/core';

/** Screen readers hear what changes in a region that was there before; in the same breath they would hear nothing. */
const BREATH = 100;
/** By then it has been heard. What stays would be read once more by whoever walks through a later page. */
const HEARD = 10_000;

/** Says a sentence to screen readers without moving anybody: *Breathing moved to 3 of 7*. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly document = inject(DOCUMENT);
  private readonly region = this.quietRegion();
  private waiting: ReturnType<typeof setTimeout> | undefined;

  say(sentence: string): void {
    clearTimeout(this.waiting);
    // Emptied first, so that the same sentence is said a second time as well.
    this.region.textContent = '';
    this.waiting = setTimeout(() => {
      this.region.textContent = sentence;
      this.waiting = setTimeout(() => (this.region.textContent = ''), HEARD);
    }, BREATH);
  }

  /** Outside the page, which may be covered, and out of sight. */
  private quietRegion(): HTMLElement {
    const region = this.document.createElement('div');
    region.setAttribute('aria-live', 'polite');
    region.setAttribute('aria-atomic', 'true');
    Object.assign(region.style, {
      position: 'absolute',
      inlineSize: '1px',
      blockSize: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    });
    return this.document.body.appendChild(region);
  }
}
