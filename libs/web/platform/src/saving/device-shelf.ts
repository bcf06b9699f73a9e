import { type IDBPDatabase, openDB } from 'idb';
import type { KeptText, Shelf } from './shelf';

const DATABASE = 'cg-unsaved';
const STORE = 'texts';
const KEY_OF_TAB = 'cg.shelf-key';
const ONE_DAY = 86_400_000;

interface Sealed {
  readonly key: string;
  readonly personId: string;
  readonly keptAt: number;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/**
 * Unsaved text in IndexedDB, encrypted with a key that lives only as long as the tab. A reload finds its text again;
 * whoever opens the same phone or computer later finds nothing readable, also when nobody signed out.
 */
export class DeviceShelf implements Shelf {
  private database: Promise<IDBPDatabase> | null = null;
  private secret: Promise<CryptoKey> | null = null;
  /** Each step waits for the one before, so that a slow write never lands after the removal that followed it. */
  private last: Promise<unknown> = Promise.resolve();

  /** False where the browser offers no storage or no cryptography (plain http beyond this machine). */
  static isPossible(): boolean {
    return typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle !== undefined;
  }

  put(text: KeptText): Promise<void> {
    return this.next(async () => {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(text));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await this.key(), plain);
      const { key, personId } = text;
      const entry: Sealed = { key, personId, keptAt: Date.now(), nonce, sealed };
      await (await this.open()).put(STORE, entry);
    });
  }

  remove(key: string): Promise<void> {
    return this.next(async () => (await this.open()).delete(STORE, key));
  }

  allOf(personId: string): Promise<readonly KeptText[]> {
    return this.next(async () => {
      const database = await this.open();
      const entries = (await database.getAll(STORE)) as Sealed[];
      const read = await Promise.all(entries.map((entry) => this.read(entry)));
      const stale = entries.filter((entry, index) => !read[index] && entry.keptAt < Date.now() - ONE_DAY);
      await Promise.all(stale.map((entry) => database.delete(STORE, entry.key)));
      return read.filter((text): text is KeptText => text?.personId === personId);
    });
  }

  clear(): Promise<void> {
    return this.next(async () => {
      sessionStorage.removeItem(KEY_OF_TAB);
      this.secret = null;
      await (await this.open()).clear(STORE);
    });
  }

  /** Null for what another tab wrote: its key is not ours. */
  private async read(entry: Sealed): Promise<KeptText | null> {
    try {
      const how = { name: 'AES-GCM', iv: entry.nonce };
      const plain = await crypto.subtle.decrypt(how, await this.key(), entry.sealed);
      return JSON.parse(new TextDecoder().decode(plain)) as KeptText;
    } catch {
      return null;
    }
  }

  private open(): Promise<IDBPDatabase> {
    return (this.database ??= openDB(DATABASE, 1, {
      upgrade: (database) => void database.createObjectStore(STORE, { keyPath: 'key' }),
    }));
  }

  private key(): Promise<CryptoKey> {
    return (this.secret ??= this.makeKey());
  }

  private async makeKey(): Promise<CryptoKey> {
    const kept = sessionStorage.getItem(KEY_OF_TAB);
    const bytes = kept
      ? Uint8Array.from(atob(kept), (letter) => letter.charCodeAt(0))
      : crypto.getRandomValues(new Uint8Array(32));
    sessionStorage.setItem(KEY_OF_TAB, btoa(String.fromCharCode(...bytes)));
    return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  }

  private next<T>(step: () => Promise<T>): Promise<T> {
    const result = this.last.then(step);
    this.last = result.catch(() => undefined);
    return result;
  }
}
