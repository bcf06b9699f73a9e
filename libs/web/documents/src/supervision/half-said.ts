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

export interface LeftHalf {
  readonly place: string;
  readonly words: string;
}

const VERDICT = 'verdict';
/** Where half an answer in a thread lies; `HalfReplies` keeps it. */
export const REPLY = 'reply/';

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

  /** The same as long as it is: what becomes of half a comment leaves the words in the form alone. */
  readonly verdict = computed(
    () => ({
      id: this.documentId(),
      half: (this.found().get(VERDICT) as KeptVerdict | undefined) ?? null,
    }),
    { equal: (one, other) => one.id === other.id && one.half === other.half },
  );
  /** Words for which no page has a form any more: their author copies or deletes them. */
  readonly left = computed((): readonly LeftHalf[] => {
    const review = this.judged.review.value();
    if (review === null || review.state === 'waiting') return [];
    return [...this.found()].flatMap(([place, half]): LeftHalf[] => {
      // A newer round has a place for them.
      // Whoever may answer finds it in its thread.
      if (place.startsWith(REPLY) && review.may.reply) return [];
      const isOfNewer = review.document.state === 'submitted' && !isOf(half, review.id);
      return isOfNewer ? [] : [{ place, words: wordsIn(half) }];
    });
  });

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

  letGoOfLeft(): void {
    for (const { place } of this.left()) this.letGo(place);
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

  /** There is nothing left to judge, so half a verdict without a word is nothing. Words are shown to their author. */
  private async letGoOfDecided({ id, document }: Review): Promise<void> {
    const kept = (await this.device.under(beginningOf(document.id))).get(VERDICT) as KeptVerdict | undefined;
    if (kept === undefined || kept.summary.trim() !== '') return;
    if (kept.review !== id && document.state === 'submitted') return;
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

function isOf(half: Half, review: ReviewId): boolean {
  return 'verdict' in half && half.review === review;
}

function wordsIn(half: Half): string {
  if ('verdict' in half) return half.summary;
  return [half.text, half.suggestion ?? ''].filter((text) => text.trim() !== '').join('\n');
}

export function beginningOf(id: DocumentId): string {
  return `half-said/${id}/`;
}

function partOf(part: string): string {
  return `part/${part}`;
}
