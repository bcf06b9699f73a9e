import { Injectable, effect, inject } from '@angular/core';
import { Session } from '@common-ground/web/platform';
import type { Editing } from './history';
import { isSame, type Written } from './written';

const PREFIX = 'cg.steps/';

interface Kept {
  readonly personId: string;
  readonly editing: Editing;
}

/**
 * Keeps undo across a reload, in this tab alone and until sign-out. Session storage, because it takes a write at the
 * very moment a page goes away; IndexedDB may not.
 */
@Injectable({ providedIn: 'root' })
export class UndoKeeper {
  private readonly session = inject(Session);

  constructor() {
    effect(() => {
      if (this.session.state() === 'signed-out') this.forgetAll();
    });
  }

  keep(id: string, editing: Editing): void {
    const personId = this.session.person()?.id;
    if (personId === undefined) return;
    for (let shorter = editing; ; shorter = withoutOldHalf(shorter)) {
      try {
        sessionStorage.setItem(PREFIX + id, JSON.stringify({ personId, editing: shorter } satisfies Kept));
        return;
      } catch {
        // The browser's shelf is full: the oldest steps go first. In memory nothing is dropped.
        if (shorter.past.length === 0) return sessionStorage.removeItem(PREFIX + id);
      }
    }
  }

  /** What was kept, if it is this person's and led to the very text that is opened now. */
  take(id: string, text: Written): Editing | null {
    try {
      const kept = JSON.parse(sessionStorage.getItem(PREFIX + id) ?? 'null') as Kept | null;
      if (kept === null || kept.personId !== this.session.person()?.id) return null;
      return isSame(kept.editing.text, text) ? kept.editing : null;
    } catch {
      return null;
    }
  }

  private forgetAll(): void {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    }
  }
}

function withoutOldHalf(editing: Editing): Editing {
  return { ...editing, past: editing.past.slice(Math.ceil((editing.past.length + 1) / 2)) };
}
