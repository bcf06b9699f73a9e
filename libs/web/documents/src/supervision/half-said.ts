import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { DocumentId, MarkedWords, Review, ReviewId, Verdict } from '@common-ground/contract';
import { HalfWritten } from '@common-ground/web/platform';
import { ReviewStore } from './review.store';

export interface HalfComment {
  readonly text: string;
  readonly marked: MarkedWords;
  /** Other words for those marked; null where none are suggested. */
  readonly suggestion: string | null;
}

export interface HalfVerdict {
  readonly verdict: Verdict | null;
  readonly summary: string;
}

/** On the device, with the review it was begun in. */
interface KeptVerdict extends HalfVerdict {
  readonly review: ReviewId | null;
}

type Half = HalfComment | KeptVerdict;

const VERDICT = 'verdict';

/** What a supervisor was about to say of a document when they last had it before them. It outlives a round. */
@Injectable()
export class HalfSaid {
  private readonly device = inject(HalfWritten);
  private readonly judged = inject(ReviewStore);

  private readonly documentId = computed(() => this.judged.review.value()?.document.id ?? null);
  /** Where something was written since the page was opened: what is found later is older. */
  private readonly touched = new Set<string>();
  private readonly found = signal<ReadonlyMap<string, Half>>(new Map());

  constructor() {
    effect(() => {
      const id = this.documentId();
      untracked(() => void this.lookFor(id));
    });
    effect(() => {
      const review = this.judged.review.value();
      if (review !== null && review.state !== 'waiting') untracked(() => void this.letGoOfDecided(review));
    });
  }

  comment(part: string): HalfComment | null {
    return (this.found().get(partOf(part)) as HalfComment | undefined) ?? null;
  }

  verdict(): HalfVerdict | null {
    return (this.found().get(VERDICT) as KeptVerdict | undefined) ?? null;
  }

  keepComment(part: string, half: HalfComment): void {
    this.keep(partOf(part), half);
  }

  keepVerdict(half: HalfVerdict): void {
    this.keep(VERDICT, { ...half, review: this.judged.review.value()?.id ?? null });
  }

  /** Sent, or thrown away. */
  letGoOfComment(part: string): void {
    this.letGo(partOf(part));
  }

  letGoOfVerdict(): void {
    this.letGo(VERDICT);
  }

  private keep(place: string, half: Half): void {
    const id = this.documentId();
    this.touched.add(place);
    if (id === null) return;
    // Nothing is no words. What stands in the field stays the form's: only the device forgets it.
    if (isNothing(half)) void this.device.drop(beginningOf(id) + place);
    else void this.device.keep(beginningOf(id) + place, half);
  }

  private letGo(place: string): void {
    const id = this.documentId();
    if (id === null) return;
    void this.device.drop(beginningOf(id) + place);
    this.found.update((found) => new Map([...found].filter(([other]) => other !== place)));
  }

  /** There is nothing left to judge: no page offers these words any more. What a newer round waits for stays. */
  private async letGoOfDecided({ id, document }: Review): Promise<void> {
    const kept = (await this.device.under(beginningOf(document.id))).get(VERDICT) as KeptVerdict | undefined;
    if (kept === undefined || (kept.review !== id && document.state === 'submitted')) return;
    if (document.id === this.documentId()) this.letGo(VERDICT);
  }

  private async lookFor(id: DocumentId | null): Promise<void> {
    this.found.set(new Map());
    this.touched.clear();
    if (id === null) return;
    const found = (await this.device.under(beginningOf(id))) as ReadonlyMap<string, Half>;
    if (id !== this.documentId()) return;
    this.found.set(new Map([...found].filter(([place]) => !this.touched.has(place))));
  }
}

function isNothing(half: Half): boolean {
  if ('verdict' in half) return half.verdict === null && half.summary.trim() === '';
  return half.text.trim() === '' && (half.suggestion ?? '').trim() === '';
}

function beginningOf(id: DocumentId): string {
  return `half-said/${id}/`;
}

function partOf(part: string): string {
  return `part/${part}`;
}
