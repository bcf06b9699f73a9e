import { type IDBPDatabase, openDB } from 'idb';
import type { KeptText, Shelf } from './shelf';

const DATABASE = 'cg-unsaved';
const STORE = 'texts';
/** On so many days somebody else was here before what nobody came back for goes. */
const MOST_DAYS = 30;

interface Sealed {
  /** Tells neither whose it is nor what it belongs to. */
  readonly id: string;
  readonly owner: string;
  /** On how many days this device was opened since without its author, and the last of them. Clocks may be years off. */
  readonly days: number;
  readonly seenOn: string;
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
  readonly outlivesPage = true;

  private database: Promise<IDBPDatabase> | null = null;
  private opened: Opened | null = null;
  /** Each step waits for the one before, so that a slow write never lands after the removal that followed it. */
  private last: Promise<unknown> = Promise.resolve();

  /** False where the browser offers no storage or no cryptography (plain http beyond this machine). */
  static isPossible(): boolean {
    return typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle !== undefined;
  }

  /** The first time on a device it is made, and a slow phone opens it no sooner than the line tells who is here. */
  getReady(): void {
    this.open().catch(() => undefined);
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
      const entry: Sealed = { id, owner: await owner, days: 0, seenOn: today(), nonce, sealed };
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
      const owner = await opened.owner;
      const texts: KeptText[] = [];
      for (const entry of entries) {
        const text = entry.owner === owner ? await decrypted(entry, opened) : null;
        if (text !== null) texts.push(text);
        // Without room for a mark it stays as it is, and what is ours is read all the same.
        else await leftBehind(database, entry).catch(() => undefined);
      }
      return texts;
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
    // A door that did not open, or that the browser closed, is tried again the next time.
    const closed = (): void => void (this.database = null);
    return (this.database ??= openDB(DATABASE, 2, {
      upgrade: (database) => {
        if (database.objectStoreNames.contains(STORE)) database.deleteObjectStore(STORE);
        database.createObjectStore(STORE, { keyPath: 'id' });
      },
      terminated: closed,
    }).catch((cause: unknown) => {
      closed();
      throw cause;
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

/** One more day without its author; gone after the last. A clock that leaps ten years makes this one day older. */
async function leftBehind(database: IDBPDatabase, entry: Sealed): Promise<void> {
  if (entry.seenOn === today()) return;
  if (entry.days >= MOST_DAYS) await database.delete(STORE, entry.id);
  else await database.put(STORE, { ...entry, days: entry.days + 1, seenOn: today() });
}

function today(): string {
  return new Date().toDateString();
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
