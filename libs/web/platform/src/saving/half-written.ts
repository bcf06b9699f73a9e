import { Location } from '@angular/common';
import { Injectable, inject } from '@angular/core';
import { SHELF, SHELF_PATIENCE } from './save-queue';
import { MemoryShelf, SENT_BY_HAND } from './shelf';
import { within } from './within';

/** Something begun and not sent: what it is (its key) and the page it was written on. */
export interface BegunThing {
  readonly key: string;
  readonly at: string;
}

/**
 * Words that go out only when somebody presses a button: until then they lie on the device, as readable to others as
 * unsaved text is, which is not at all.
 */
@Injectable({ providedIn: 'root' })
export class HalfWritten {
  private readonly shelf = inject(SHELF);
  private readonly location = inject(Location);

  /** What lies in memory is gone with the page. */
  private readonly outlivesPage = !(this.shelf instanceof MemoryShelf);

  /** By key, while something is being kept under it: what was written since, or null. */
  private readonly written = new Map<string, { readonly body: unknown } | null>();

  /** By key: whether the newest words lie on the shelf. Not while they are on their way, nor where it refused them. */
  private readonly arrived = new Map<string, boolean>();

  /**
   * With every key that is pressed. Only the newest words wait for those on their way: somebody who types faster than a
   * device keeps is never many words ahead of it. A full or missing shelf is no reason to stop writing.
   */
  async keep(key: string, body: unknown): Promise<void> {
    const isKeeping = this.written.has(key);
    this.written.set(key, { body });
    this.arrived.set(key, false);
    if (isKeeping) return;
    let isThere = false;
    for (let next = this.written.get(key); next; next = this.written.get(key)) {
      this.written.set(key, null);
      const text = { key, path: SENT_BY_HAND, lane: key, revision: '0', body: next.body, unsettled: null };
      const about = this.location.path().split('?')[0];
      isThere = await this.shelf.put({ ...text, about }).then(
        () => true,
        () => false,
      );
    }
    this.written.delete(key);
    if (this.arrived.has(key)) this.arrived.set(key, isThere);
  }

  async drop(key: string): Promise<void> {
    if (this.written.has(key)) this.written.set(key, null);
    this.arrived.delete(key);
    await this.shelf.remove(key).catch(() => undefined);
  }

  /** Whether the newest words under a key are still there after the page is gone. */
  isKept(key: string): boolean {
    return this.outlivesPage && this.arrived.get(key) === true;
  }

  /** What was kept under keys that begin so, by the rest of the key. */
  async under(beginning: string): Promise<ReadonlyMap<string, unknown>> {
    const kept = await this.shelf.all().catch(() => []);
    const found = kept.filter(({ key, path }) => path === SENT_BY_HAND && key.startsWith(beginning));
    // Older words found under a key say nothing about newer ones that were refused.
    for (const { key } of found) if (!this.arrived.has(key)) this.arrived.set(key, true);
    return new Map(found.map(({ key, body }) => [key.slice(beginning.length), body]));
  }

  /** All that was begun and not sent; nothing where the storage does not answer: it keeps nobody here. */
  async begun(): Promise<readonly BegunThing[]> {
    const kept = (await within(SHELF_PATIENCE, this.shelf.all()).catch(() => undefined)) ?? [];
    return kept
      .filter(({ path }) => path === SENT_BY_HAND)
      .map(({ key, about }) => ({ key, at: typeof about === 'string' ? about : '' }));
  }
}
