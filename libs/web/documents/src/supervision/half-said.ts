import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { DocumentId, MarkedWords, Verdict } from '@common-ground/contract';
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

type Half = HalfComment | HalfVerdict;

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
  }

  comment(part: string): HalfComment | null {
    return (this.found().get(partOf(part)) as HalfComment | undefined) ?? null;
  }

  verdict(): HalfVerdict | null {
    return (this.found().get(VERDICT) as HalfVerdict | undefined) ?? null;
  }

  keepComment(part: string, half: HalfComment): void {
    this.keep(partOf(part), half);
  }

  keepVerdict(half: HalfVerdict): void {
    this.keep(VERDICT, half);
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
    if (id !== null) void this.device.keep(beginningOf(id) + place, half);
  }

  private letGo(place: string): void {
    const id = this.documentId();
    if (id === null) return;
    void this.device.drop(beginningOf(id) + place);
    this.found.update((found) => new Map([...found].filter(([other]) => other !== place)));
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

function beginningOf(id: DocumentId): string {
  return `half-said/${id}/`;
}

function partOf(part: string): string {
  return `part/${part}`;
}
