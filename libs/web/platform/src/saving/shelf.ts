import type { Attempt } from './outcome';

/** Unsaved text as it is kept on the device, so that a reload loses nothing. */
export interface KeptText {
  readonly key: string;
  readonly personId: string;
  /** Where it is saved to; see `SavedThing`. */
  readonly path: string;
  readonly lane: string;
  readonly revision: string;
  readonly body: unknown;
  /** A try whose end is not known. It is repeated under its own key before anything newer is sent. */
  readonly unsettled: Attempt | null;
}

/** Where unsaved text is kept on the device. Losing the shelf must never lose what is in memory. */
export interface Shelf {
  put(text: KeptText): Promise<void>;
  remove(key: string): Promise<void>;
  allOf(personId: string): Promise<readonly KeptText[]>;
  clear(): Promise<void>;
}

/** For browsers that keep nothing, and for tests: what is here is gone with the page. */
export class MemoryShelf implements Shelf {
  private readonly kept = new Map<string, KeptText>();

  async put(text: KeptText): Promise<void> {
    this.kept.set(text.key, structuredClone(text));
  }

  async remove(key: string): Promise<void> {
    this.kept.delete(key);
  }

  async allOf(personId: string): Promise<readonly KeptText[]> {
    return [...this.kept.values()].filter((text) => text.personId === personId);
  }

  async clear(): Promise<void> {
    this.kept.clear();
  }
}
