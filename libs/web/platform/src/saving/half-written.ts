import { Injectable, inject } from '@angular/core';
import { DeviceShelf } from './device-shelf';
import { SHELF } from './save-queue';
import { SENT_BY_HAND } from './shelf';

/**
 * Words that go out only when somebody presses a button: until then they lie on the device, as readable to others as
 * unsaved text is, which is not at all.
 */
@Injectable({ providedIn: 'root' })
export class HalfWritten {
  private readonly shelf = inject(SHELF);

  /** Whether what is kept is still there after the page is gone. */
  readonly outlivesPage = DeviceShelf.isPossible();

  /** By key, while something is being kept under it: what was written since, or null. */
  private readonly written = new Map<string, { readonly body: unknown } | null>();

  /**
   * With every key that is pressed. Only the newest words wait for those on their way: somebody who types faster than a
   * device keeps is never many words ahead of it. A full or missing shelf is no reason to stop writing.
   */
  async keep(key: string, body: unknown): Promise<void> {
    const isKeeping = this.written.has(key);
    this.written.set(key, { body });
    if (isKeeping) return;
    for (let next = this.written.get(key); next; next = this.written.get(key)) {
      this.written.set(key, null);
      const text = { key, path: SENT_BY_HAND, lane: key, revision: '0', body: next.body, unsettled: null };
      await this.shelf.put(text).catch(() => undefined);
    }
    this.written.delete(key);
  }

  async drop(key: string): Promise<void> {
    if (this.written.has(key)) this.written.set(key, null);
    await this.shelf.remove(key).catch(() => undefined);
  }

  /** What was kept under keys that begin so, by the rest of the key. */
  async under(beginning: string): Promise<ReadonlyMap<string, unknown>> {
    const kept = await this.shelf.all().catch(() => []);
    const found = kept.filter(({ key, path }) => path === SENT_BY_HAND && key.startsWith(beginning));
    return new Map(found.map(({ key, body }) => [key.slice(beginning.length), body]));
  }
}
