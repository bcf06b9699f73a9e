import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { AtWork, Document } from '@common-ground/contract';
import { Announcer, Session, Words } from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';

/** Shorter than the server remembers, so that one lost request makes nobody vanish. */
const BEAT = 8_000;

/**
 * Which block of this draft a colleague has the cursor in. It is only told and never stops anybody from writing, so a
 * request that fails is not spoken of.
 */
@Injectable()
export class ColleaguesAtWork {
  private readonly client = inject(DocumentsClient);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  private readonly words = inject(Words);
  private readonly page = inject(DOCUMENT);

  private readonly others = signal<readonly AtWork[]>([]);
  private readonly byBlock = computed(() => Map.groupBy(this.others(), ({ blockId }) => blockId));
  private document: Document | null = null;
  /** Where the cursor is, and where the server was last told that it is. */
  private here: string | null = null;
  private told: string | null = null;
  private isAsking = false;
  private isAskedAgain = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.leave());
  }

  open(document: Document): void {
    // What belongs to no family is written by its author alone.
    if (document.family === null) return;
    this.document = document;
    this.timer = setInterval(() => void this.beat(), BEAT);
    void this.beat();
  }

  writeIn(block: string | null): void {
    if (block === this.here) return;
    this.here = block;
    void this.beat();
  }

  in(block: string): readonly string[] {
    return (this.byBlock().get(block) ?? NOBODY).map(({ person }) => person.displayName);
  }

  /** One request after the other: an older place never comes after a newer one. */
  private async beat(): Promise<void> {
    if (this.isAsking) {
      this.isAskedAgain = true;
      return;
    }
    this.isAsking = true;
    try {
      do {
        this.isAskedAgain = false;
        await this.ask();
      } while (this.isAskedAgain);
    } finally {
      this.isAsking = false;
    }
  }

  private async ask(): Promise<void> {
    // A page nobody looks at has nothing to say and nobody to tell.
    if (this.document === null || !this.session.isSignedIn() || (this.page.hidden && this.told === null))
      return;
    const { id, kind } = this.document;
    this.told = this.page.hasFocus() ? this.here : null;
    const before = this.in(this.told ?? '');
    this.others.set(await this.client.comeToWork(id, this.told).catch(() => NOBODY));
    // Heard once, by whoever writes in the same block; to the others it is there to be seen when they come.
    const come = this.in(this.told ?? '').filter((name) => !before.includes(name));
    for (const name of come) this.announcer.say(this.words.say('documents.editor.atWork', { name, kind }));
  }

  private leave(): void {
    clearInterval(this.timer);
    const { document } = this;
    this.document = null;
    if (document === null || !this.session.isSignedIn()) return;
    this.client.comeToWork(document.id, null, { keepalive: true }).catch(() => undefined);
  }
}

const NOBODY: readonly AtWork[] = [];
