import { DOCUMENT } from '@angular/common';
import { Injectable, inject } from '@angular/core';
import { Api } from '../http/api';
import { KeptCopies } from '../offline/kept-copies';
import { Session } from './session';

/** Well under the quarter of an hour after which the server takes a silent page for a left one. */
const AT_MOST_EVERY = 4 * 60_000;

/**
 * Tells the server that somebody is here, when keys or the pointer say so. Saving and polling are no sign of life: they
 * go on in a page nobody looks at. Without this, a person writing one long answer would be signed out over it.
 */
@Injectable({ providedIn: 'root' })
export class SignsOfLife {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly copies = inject(KeptCopies);
  private toldAt = 0;

  constructor() {
    const page = inject(DOCUMENT);
    for (const sign of ['keydown', 'pointerdown'] as const) {
      page.addEventListener(sign, () => this.tell(), { capture: true, passive: true });
    }
  }

  private tell(): void {
    const now = Date.now();
    if (!this.session.isSignedIn() || now - this.toldAt < AT_MOST_EVERY) return;
    this.toldAt = now;
    void this.copies.touch();
    // What comes of it is for the next request to find out; a session that is over says so by itself.
    void this.api.get('me').catch(() => undefined);
  }
}
