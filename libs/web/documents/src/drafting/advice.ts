import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { Concern, DocumentId } from '@common-ground/contract';
import { DocumentsClient } from '../documents.client';

/** Long enough for a sentence to be finished before it is judged. */
const PAUSE = 800;

/** What the checks say about the text as it was last saved. Advice only, so a check that fails stays silent. */
@Injectable()
export class Advice {
  private readonly client = inject(DocumentsClient);
  private readonly concerns = signal<readonly Concern[]>([]);
  private readonly byBlock = computed(() => Map.groupBy(this.concerns(), ({ blockId }) => blockId));
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Nobody is told what is missing in the block they are writing. */
  readonly writingIn = signal<string | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  ask(id: DocumentId): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fetch(id), PAUSE);
  }

  /** `null` asks for what is said about the document as a whole. */
  of(block: string | null): readonly Concern[] {
    if (block !== null && block === this.writingIn()) return NONE;
    return this.byBlock().get(block) ?? NONE;
  }

  private async fetch(id: DocumentId): Promise<void> {
    const concerns = await this.client.concerns(id).catch(() => null);
    if (concerns !== null) this.concerns.set(concerns);
  }
}

const NONE: readonly Concern[] = [];
