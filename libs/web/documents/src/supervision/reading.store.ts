import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { Change } from '@common-ground/contract';
import { rulesOf, writtenParts } from '@common-ground/rules/content';
import { DocumentsClient } from '../documents.client';
import { HalfSaid } from './half-said';
import { ReviewStore } from './review.store';

/** Why a part is folded: its supervisor has read it, or nothing in it has changed since they last judged the text. */
export type Folded = 'read' | 'same';

/** Which parts of the text have been read, and which are open on the page. For the supervisor who judges it alone. */
@Injectable()
export class ReadingStore {
  private readonly client = inject(DocumentsClient);
  private readonly judged = inject(ReviewStore);
  private readonly half = inject(HalfSaid);

  /** Opened again by hand, although there is a reason to fold them. */
  private readonly open = linkedSignal<unknown, ReadonlySet<string>>({
    source: () => this.judged.review.value()?.id,
    computation: () => new Set(),
  });
  readonly isAllOpen = linkedSignal({
    source: () => this.judged.review.value()?.id,
    computation: () => false,
  });

  private readonly review = computed(() => {
    const review = this.judged.review.value();
    return review?.may.decide ? review : null;
  });
  readonly parts = computed(() => {
    const review = this.review();
    return review === null ? [] : writtenParts(rulesOf(review.document.kind).parts(review.version.content));
  });
  private readonly read = computed(() => new Set(this.review()?.read));
  private readonly changed = computed(
    () =>
      new Map(Object.entries(Object.groupBy(this.review()?.changes ?? [], ({ blockId }) => blockId ?? ''))),
  );
  readonly count = computed(() => ({ read: this.read().size, all: this.parts().length }));
  readonly mayFold = computed(() => this.parts().some(({ id }) => this.why(id) !== null));

  isRead(part: string): boolean {
    return this.read().has(part);
  }

  /** What changed in one part since its supervisor last judged the text. */
  changesIn(part: string): readonly Change[] {
    return this.changed().get(part) ?? NONE;
  }

  /** Why a part may be folded, whether or not it is. */
  why(part: string): Folded | null {
    const review = this.review();
    if (review === null) return null;
    if (this.read().has(part)) return 'read';
    return review.changes !== null && this.changesIn(part).length === 0 ? 'same' : null;
  }

  /** Where a comment was left half written the part stays open, so that its words are not out of sight. */
  isFolded(part: string): boolean {
    if (this.isAllOpen() || this.open().has(part) || this.half.comment(part) !== null) return false;
    return this.why(part) !== null;
  }

  show(part: string): void {
    this.open.update((open) => new Set([...open, part]));
  }

  fold(part: string): void {
    this.isAllOpen.set(false);
    this.open.update((open) => new Set([...open].filter((other) => other !== part)));
  }

  showAll(all: boolean): void {
    this.isAllOpen.set(all);
    this.open.set(new Set());
  }

  /** Marks a part as read, which folds it, or takes the mark away, which leaves it open. */
  async mark(part: string, read: boolean): Promise<void> {
    const review = this.review();
    if (review === null) return;
    const marks = await this.judged.asked(this.client.markRead(review.id, { blockId: part, read }));
    this.judged.review.set({ ...(this.review() ?? review), read: marks });
    if (read) this.open.update((open) => new Set([...open].filter((other) => other !== part)));
    else this.show(part);
  }
}

const NONE: readonly Change[] = [];
