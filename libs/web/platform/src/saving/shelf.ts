import type { Attempt } from './outcome';

/** In place of a path: nothing sends it but its author. */
export const SENT_BY_HAND = '';

/** Unsaved text as it is kept on the device, so that a reload loses nothing. */
export interface KeptText {
  readonly key: string;
  /** Where it is saved to; see `SavedThing`. */
  readonly path: string;
  readonly lane: string;
  readonly revision: string;
  readonly body: unknown;
  /** A try whose end is not known. It is repeated under its own key before anything newer is sent. */
  readonly unsettled: Attempt | null;
  /** What it answers; see `Beginning`. */
  readonly about?: unknown;
}

/**
 * Where unsaved text is kept on the device. Losing the shelf must never lose what is in memory. It is open for one
 * person at a time: what others left there stays, and cannot be read.
 */
export interface Shelf {
  /** What it took is there still when the page has gone. */
  readonly outlivesPage: boolean;
  /** Somebody is going to be here: what takes its time before it is known who may begin. */
  getReady(): void;
  /** Somebody is here now: 256 bits in base64, released by the server to this person alone. */
  openFor(personId: string, secret: string): void;
  put(text: KeptText): Promise<void>;
  remove(key: string): Promise<void>;
  all(): Promise<readonly KeptText[]>;
  /** Takes away whatever it keeps for whoever is here, and is open for nobody any more. */
  clear(): Promise<void>;
}

/** For browsers that keep nothing, and for tests: what is here is gone with the page. */
export class MemoryShelf implements Shelf {
  readonly outlivesPage: boolean = false;
  private readonly kept = new Map<string, Map<string, KeptText>>();
  private personId: string | null = null;

  getReady(): void {
    // It is ready.
  }

  openFor(personId: string): void {
    this.personId = personId;
  }

  async put(text: KeptText): Promise<void> {
    this.texts().set(text.key, structuredClone(text));
  }

  async remove(key: string): Promise<void> {
    this.texts().delete(key);
  }

  async all(): Promise<readonly KeptText[]> {
    return [...this.texts().values()];
  }

  async clear(): Promise<void> {
    this.texts().clear();
    this.personId = null;
  }

  private texts(): Map<string, KeptText> {
    const id = this.personId ?? '';
    const texts = this.kept.get(id) ?? new Map<string, KeptText>();
    this.kept.set(id, texts);
    return texts;
  }
}
