import { Directive, ElementRef, Injectable, afterNextRender, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';

/** Remembers that somebody has just come to a page whose heading has not been focused yet. */
@Injectable({ providedIn: 'root' })
export class Arrival {
  private isFirst = true;
  private isDue = false;

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      // A fresh page load is announced by the browser itself and leaves the focus at the top, before the skip link.
      this.isDue = !this.isFirst;
      this.isFirst = false;
    });
  }

  take(): boolean {
    const wasDue = this.isDue;
    this.isDue = false;
    return wasDue;
  }
}

/** A page's `<h1 cgHeading>`: it takes the focus when somebody arrives, also when it is drawn only after its data. */
@Directive({ selector: 'h1[cgHeading]', host: { tabindex: '-1' } })
export class PageHeading {
  private readonly heading = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly arrival = inject(Arrival);

  constructor() {
    afterNextRender(() => {
      if (this.arrival.take()) this.heading.focus();
    });
  }
}
