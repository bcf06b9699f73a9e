import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** The heading of a page that took another's place without a new address: what was sent is said, and the focus is there. */
@Directive({ selector: 'h1[cgDone]', host: { tabindex: '-1' } })
export class DoneHeading {
  constructor() {
    const heading = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => heading.focus());
  }
}
