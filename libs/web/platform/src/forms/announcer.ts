import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Injectable, inject } from '@angular/core';

/** Says a sentence to screen readers without moving anybody: *Breathing moved to 3 of 7*. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly live = inject(LiveAnnouncer);

  say(sentence: string): void {
    void this.live.announce(sentence, 'polite');
  }
}
