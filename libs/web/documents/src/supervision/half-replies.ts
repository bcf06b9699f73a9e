import { Injectable, inject, signal } from '@angular/core';
import type { DocumentId } from '@common-ground/contract';
import { HalfWritten, newKey } from '@common-ground/web/platform';
import { beginningOf, REPLY } from './half-said';

interface HalfReply {
  readonly text: string;
  /** The same for every try, so that trying again after a lost answer does not say it twice. */
  readonly key: string;
  /** It may be there already: other words are then another answer. */
  readonly wasTried: boolean;
}

/** Answers in threads that nobody has sent yet, kept beside the half comments of the document and as they are. */
@Injectable()
export class HalfReplies {
  private readonly device = inject(HalfWritten);
  private documentId: DocumentId | null = null;
  private readonly touched = new Set<string>();
  private readonly halves = signal<ReadonlyMap<string, HalfReply>>(new Map());
  private readonly found = signal<ReadonlySet<string>>(new Set());

  /** The threads in which something lay on the device when the page was opened. */
  readonly begun = this.found.asReadonly();

  open(id: DocumentId | null): void {
    if (id === this.documentId) return;
    this.documentId = id;
    this.touched.clear();
    this.halves.set(new Map());
    this.found.set(new Set());
    if (id !== null) void this.lookFor(id);
  }

  of(thread: string): string {
    return this.halves().get(thread)?.text ?? '';
  }

  keep(thread: string, text: string): void {
    const known = this.halves().get(thread);
    const name = known === undefined || known.wasTried ? { key: newKey(), wasTried: false } : known;
    this.put(thread, { ...name, text });
  }

  /** The name under which it goes out now, and under which the same words go out again. */
  tried(thread: string): string {
    const half = this.halves().get(thread) ?? { text: '', key: newKey(), wasTried: true };
    this.put(thread, { ...half, wasTried: true });
    return half.key;
  }

  /** Sent, or thrown away. */
  letGo(thread: string): void {
    this.keep(thread, '');
  }

  private put(thread: string, half: HalfReply): void {
    this.touched.add(thread);
    this.halves.update((halves) => new Map(halves).set(thread, half));
    if (this.documentId === null) return;
    const place = this.placeOf(this.documentId, thread);
    // Nothing is no words.
    if (half.text.trim() === '') void this.device.drop(place);
    else void this.device.keep(place, half);
  }

  private placeOf(id: DocumentId, thread: string): string {
    return beginningOf(id) + REPLY + thread;
  }

  private async lookFor(id: DocumentId): Promise<void> {
    const kept = (await this.device.under(beginningOf(id) + REPLY)) as ReadonlyMap<string, HalfReply>;
    if (id !== this.documentId) return;
    const older = [...kept].filter(([thread]) => !this.touched.has(thread));
    this.halves.update((halves) => new Map([...older, ...halves]));
    this.found.set(new Set(older.map(([thread]) => thread)));
  }
}
