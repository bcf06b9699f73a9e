import { type IDBPDatabase, openDB } from 'idb';
import type { KeptText, Shelf } from './shelf';

const DATABASE = 'cg-unsaved';
const STORE = 'texts';
const THIRTY_DAYS = 30 * 86_400_000;

interface Sealed {
  /** Tells neither whose it is nor what it belongs to. */
  readonly id: string;
  readonly owner: string;
  readonly keptAt: number;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Whom the shelf is open for. */
interface Opened {
  readonly personId: string;
  readonly owner: Promise<string>;
  readonly key: Promise<CryptoKey>;
}

/**
 * Unsaved text in IndexedDB, encrypted with a key that the server releases to its author after signing in and that is
 * kept nowhere on the device. Whoever opens the same phone or computer later finds nothing readable; its author finds
 * it again, also when somebody else was here in between.
 */
export class DeviceShelf implements Shelf {
  private database: Promise<IDBPDatabase> | null = null;
  private opened: Opened | null = null;
  /** Each step waits for the one before, so that a slow write never lands after the removal that followed it. */
  private last: Promise<unknown> = Promise.resolve();

  /** False where the browser offers no storage or no cryptography (plain http beyond this machine). */
  static isPossible(): boolean {
    return typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle !== undefined;
  }

  openFor(personId: string, secret: string): void {
    if (this.opened?.personId === personId) return;
    const bytes = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0));
    const key = crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
    this.opened = { personId, owner: digest(personId), key };
  }

  put(text: KeptText): Promise<void> {
    return this.asOpened(async ({ personId, owner, key }) => {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(text));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await key, plain);
      const id = await digest(`${personId} ${text.key}`);
      const entry: Sealed = { id, owner: await owner, keptAt: Date.now(), nonce, sealed };
      await (await this.open()).put(STORE, entry);
    });
  }

  remove(key: string): Promise<void> {
    return this.asOpened(async ({ personId }) =>
      (await this.open()).delete(STORE, await digest(`${personId} ${key}`)),
    );
  }

  all(): Promise<readonly KeptText[]> {
    return this.asOpened(async (opened) => {
      const database = await this.open();
      const entries = (await database.getAll(STORE)) as Sealed[];
      const stale = entries.filter(({ keptAt }) => keptAt < Date.now() - THIRTY_DAYS);
      await Promise.all(stale.map(({ id }) => database.delete(STORE, id)));
      const owner = await opened.owner;
      const own = entries.filter((entry) => entry.owner === owner && !stale.includes(entry));
      const read = await Promise.all(own.map((entry) => decrypted(entry, opened)));
      return read.filter((text) => text !== null);
    });
  }

  clear(): Promise<void> {
    const cleared = this.asOpened(async (opened) => {
      const database = await this.open();
      const owner = await opened.owner;
      const own = ((await database.getAll(STORE)) as Sealed[]).filter((entry) => entry.owner === owner);
      await Promise.all(own.map(({ id }) => database.delete(STORE, id)));
    });
    this.opened = null;
    return cleared;
  }

  private open(): Promise<IDBPDatabase> {
    return (this.database ??= openDB(DATABASE, 2, {
      upgrade: (database) => {
        if (database.objectStoreNames.contains(STORE)) database.deleteObjectStore(STORE);
        database.createObjectStore(STORE, { keyPath: 'id' });
      },
    }));
  }

  /** A step for whoever is here at the moment of asking, also when somebody else is by the time of its turn. */
  private asOpened<T>(step: (opened: Opened) => Promise<T>): Promise<T> {
    const { opened } = this;
    if (opened === null) return Promise.reject(new Error('The shelf is open for nobody.'));
    const result = this.last.then(() => step(opened));
    this.last = result.catch(() => undefined);
    return result;
  }
}

/** Null for what another key sealed: the server's secret was changed since. */
async function decrypted(entry: Sealed, { key }: Opened): Promise<KeptText | null> {
  try {
    const how = { name: 'AES-GCM', iv: entry.nonce };
    const plain = await crypto.subtle.decrypt(how, await key, entry.sealed);
    return JSON.parse(new TextDecoder().decode(plain)) as KeptText;
  } catch {
    return null;
  }
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
