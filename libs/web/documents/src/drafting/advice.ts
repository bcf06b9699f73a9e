import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { CoachSort, Concern, DocumentId } from '@common-ground/contract';
import { Problem } from '@common-ground/web/platform';
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
  /** Set when a judgement about words could not be written down. */
  readonly problem = signal<Problem | null>(null);

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

  /** Nothing more is said of something that was just mended; the next answer knows better. */
  leaveOut(mended: Concern): void {
    this.concerns.update((concerns) => concerns.filter((concern) => concern !== mended));
  }

  /** True once the words are kept as they are, and nothing more is said of them in this document. */
  keep(id: DocumentId, { params }: Concern): Promise<boolean> {
    const wording = { sort: params['sort'] as CoachSort, quote: String(params['quote']) };
    return this.judge(() => this.client.keepWording(id, wording));
  }

  reconsider(id: DocumentId): Promise<boolean> {
    return this.judge(() => this.client.reconsiderWordings(id));
  }

  private async judge(act: () => Promise<readonly Concern[]>): Promise<boolean> {
    clearTimeout(this.timer);
    this.problem.set(null);
    try {
      this.concerns.set(await act());
      return true;
    } catch (cause) {
      this.problem.set(Problem.from(cause));
      return false;
    }
  }

  private async fetch(id: DocumentId): Promise<void> {
    const concerns = await this.client.concerns(id).catch(() => null);
    if (concerns !== null) this.concerns.set(concerns);
  }
}

const NONE: readonly Concern[] = [];
