import { DOCUMENT, Location } from '@angular/common';
import { Injectable, inject } from '@angular/core';
import { SHELF, SHELF_PATIENCE } from './save-queue';
import { type KeptText, SENT_BY_HAND } from './shelf';
import { within } from './within';

/** Something begun and not sent: what it is (its key), the page it was written on and what was written. */
export interface BegunThing {
  readonly key: string;
  readonly at: string;
  readonly body: unknown;
}

interface Words {
  readonly body: unknown;
  /** The page they were written on. */
  readonly about: string;
}

/**
 * Words that go out only when somebody presses a button: until then they lie on the device, as readable to others as
 * unsaved text is, which is not at all. Words the device has not taken, or refuses, are held here meanwhile, and the
 * page asks before it is closed over them.
 */
@Injectable({ providedIn: 'root' })
export class HalfWritten {
  private readonly shelf = inject(SHELF);
  private readonly location = inject(Location);

  /** By key, the newest words where the device does not have them. */
  private readonly ahead = new Map<string, Words>();
  /** Keys under which something is on its way to the device. */
  private readonly keeping = new Set<string>();

  constructor() {
    inject(DOCUMENT).defaultView?.addEventListener('beforeunload', (leaving) => {
      if (this.ahead.size > 0) leaving.preventDefault();
    });
  }

  /**
   * With every key that is pressed. Only the newest words wait for those on their way: somebody who types faster than a
   * device keeps is never many words ahead of it. A full or missing shelf is no reason to stop writing.
   */
  async keep(key: string, body: unknown): Promise<void> {
    this.ahead.set(key, { body, about: this.location.path().split('?')[0] ?? '' });
    if (this.keeping.has(key)) return;
    this.keeping.add(key);
    let tried: Words | undefined;
    // As long as others were written meanwhile, and nobody has let go of them.
    for (
      let words = this.ahead.get(key);
      words !== undefined && words !== tried;
      words = this.ahead.get(key)
    ) {
      tried = words;
      const isThere = await this.shelf
        .put({ key, path: SENT_BY_HAND, lane: key, revision: '0', unsettled: null, ...words })
        .then(
          () => true,
          () => false,
        );
      if (isThere && this.shelf.outlivesPage && this.ahead.get(key) === words) this.ahead.delete(key);
    }
    this.keeping.delete(key);
  }

  async drop(key: string): Promise<void> {
    this.ahead.delete(key);
    await this.shelf.remove(key).catch(() => undefined);
  }

  /** Somebody left, or somebody else is here: what was still on its way never gets to a shelf that is theirs. */
  forget(): void {
    this.ahead.clear();
  }

  /** What was written under keys that begin so, by the rest of the key; of the device nothing where it does not answer. */
  async under(beginning: string): Promise<ReadonlyMap<string, unknown>> {
    const kept = await this.onDevice();
    const found = [
      ...kept.map(({ key, body }) => [key, body] as const),
      ...[...this.ahead].map(([key, { body }]) => [key, body] as const),
    ].filter(([key]) => key.startsWith(beginning));
    return new Map(found.map(([key, body]) => [key.slice(beginning.length), body]));
  }

  /** All that was begun and not sent; of the device nothing where it does not answer: it keeps nobody here. */
  async begun(): Promise<readonly BegunThing[]> {
    const kept = await this.onDevice();
    const found = new Map(
      kept.map(({ key, about, body }) => [key, { at: typeof about === 'string' ? about : '', body }]),
    );
    for (const [key, { about, body }] of this.ahead) found.set(key, { at: about, body });
    return [...found].map(([key, words]) => ({ key, ...words }));
  }

  /** A device that is slow to answer keeps nobody waiting for ever. */
  private async onDevice(): Promise<readonly KeptText[]> {
    const kept = (await within(SHELF_PATIENCE, this.shelf.all()).catch(() => undefined)) ?? [];
    return kept.filter(({ path }) => path === SENT_BY_HAND);
  }
}
