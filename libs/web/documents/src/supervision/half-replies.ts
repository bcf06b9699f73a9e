import { Injectable, inject, signal } from '@angular/core';
import type { DocumentId } from '@common-ground/contract';
import { HalfWritten } from '@common-ground/web/platform';
import { beginningOf, REPLY } from './half-said';

interface HalfReply {
  readonly text: string;
}

/** Answers in threads that nobody has sent yet, kept beside the half comments of the document and as they are. */
@Injectable()
export class HalfReplies {
  private readonly device = inject(HalfWritten);
  private documentId: DocumentId | null = null;
  private readonly touched = new Set<string>();
  private readonly texts = signal<ReadonlyMap<string, string>>(new Map());
  private readonly found = signal<ReadonlySet<string>>(new Set());

  /** The threads in which something lay on the device when the page was opened. */
  readonly begun = this.found.asReadonly();

  open(id: DocumentId | null): void {
    if (id === this.documentId) return;
    this.documentId = id;
    this.touched.clear();
    this.texts.set(new Map());
    this.found.set(new Set());
    if (id !== null) void this.lookFor(id);
  }

  of(thread: string): string {
    return this.texts().get(thread) ?? '';
  }

  keep(thread: string, text: string): void {
    this.touched.add(thread);
    this.texts.update((texts) => new Map(texts).set(thread, text));
    if (this.documentId === null) return;
    const key = this.keyOf(this.documentId, thread);
    // Nothing is no words.
    if (text.trim() === '') void this.device.drop(key);
    else void this.device.keep(key, { text } satisfies HalfReply);
  }

  /** Sent, or thrown away. */
  letGo(thread: string): void {
    this.keep(thread, '');
  }

  private keyOf(id: DocumentId, thread: string): string {
    return beginningOf(id) + REPLY + thread;
  }

  private async lookFor(id: DocumentId): Promise<void> {
    const kept = (await this.device.under(beginningOf(id) + REPLY)) as ReadonlyMap<string, HalfReply>;
    if (id !== this.documentId) return;
    const older = [...kept].filter(([thread]) => !this.touched.has(thread));
    this.texts.update(
      (texts) => new Map([...older.map(([thread, { text }]) => [thread, text] as const), ...texts]),
    );
    this.found.set(new Set(older.map(([thread]) => thread)));
  }
}
