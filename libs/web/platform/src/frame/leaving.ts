import { DOCUMENT } from '@angular/common';
import { Injectable, inject } from '@angular/core';
import { Session } from '../session/session';

/** Where *Exit* leads before a practice's own page is known: the weather, which anybody might be reading. */
const GENERAL_EXIT = 'https://www.weather.gov/';
const PRESSES = 3;
const WITHIN = 3_000;

/** *Exit this page*: blank at once, session ended, device cleared, and the way back replaced. */
@Injectable({ providedIn: 'root' })
export class Leaving {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  private presses: number[] = [];

  /** Nothing here waits for the server: whoever looks over a shoulder must not see how fast the line is. */
  leave(): void {
    const page = this.document.defaultView;
    const to = this.session.practice()?.exitUrl ?? GENERAL_EXIT;
    this.document.documentElement.classList.add('cg-blank');
    this.document.title = ' ';
    this.session.abandon();
    page?.sessionStorage.clear();
    page?.location.replace(to);
  }

  /** Shift three times, alone, within three seconds. */
  press(event: KeyboardEvent): void {
    if (event.key !== 'Shift') {
      this.presses = [];
      return;
    }
    if (event.repeat) return;
    const now = event.timeStamp;
    this.presses = [...this.presses.filter((at) => now - at < WITHIN), now];
    if (this.presses.length >= PRESSES) this.leave();
  }
}
