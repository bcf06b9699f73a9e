import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { DocumentId, MemberId, RhythmUnit } from '@common-ground/contract';
import type { WayToOpen } from './opening.store';

/** What is chosen on the page that shares a document, apart from the words along with it. */
export interface BegunShare {
  readonly memberIds: readonly MemberId[];
  readonly dueOn: string;
  readonly openUntilOn: string;
  readonly how: WayToOpen;
  readonly startsOn: string;
  readonly every: RhythmUnit;
  readonly untilOn: string;
  readonly afterId: string;
  readonly days: string;
}

/**
 * Choices that whoever goes to see it as somebody comes back to. Going anywhere else lets go of them: nobody is chosen
 * by a choice of another day.
 */
@Injectable({ providedIn: 'root' })
export class BegunShares {
  private readonly router = inject(Router);
  private readonly begun = new Map<DocumentId, BegunShare>();

  of(id: DocumentId): BegunShare | null {
    return this.begun.get(id) ?? null;
  }

  keep(id: DocumentId, share: BegunShare): void {
    this.begun.set(id, share);
  }

  drop(id: DocumentId): void {
    this.begun.delete(id);
  }

  /** For a page that goes. */
  leave(id: DocumentId): void {
    const navigation = this.router.currentNavigation();
    const to = navigation?.finalUrl ?? navigation?.extractedUrl;
    const path = to === undefined ? '' : this.router.serializeUrl(to).split('?')[0];
    const pages = [`/app/docs/${id}/share`, `/app/docs/${id}/as/`];
    if (!pages.some((page) => path?.startsWith(page))) this.drop(id);
  }
}

/** Under which the words that go along lie on the device until they are sent. */
export function shareNoteKey(id: DocumentId): string {
  return `share-notes/${id}`;
}
