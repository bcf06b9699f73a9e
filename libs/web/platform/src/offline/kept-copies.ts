import { Injectable, signal } from '@angular/core';
import { type IDBPDatabase, openDB } from 'idb';

const DATABASE = 'cg-kept';
const COPIES = 'copies';
/** The one entry that says whose the copies are, and since when. */
const OWNER = 'owner';

/** A family member's session closes after so long without a sign of life, and after a day in any case. So do copies. */
const IDLE = 30 * 60_000;
const LONGEST = 24 * 60 * 60_000;

/** A storage that does not answer keeps nobody waiting for longer. */
const PATIENCE = 3_000;

interface Owner {
  readonly personId: string;
  readonly key: CryptoKey;
  /** Milliseconds of this device's clock. */
  readonly since: number;
  readonly usedAt: number;
}

export interface Kept<T> {
  readonly path: string;
  readonly body: T;
}

interface Copy {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/**
 * What somebody opened on a device of their own, so that it opens again without a connection, for as long as their
 * session would have stayed open. Sealed with a key that this browser made and hands out to nobody; on a shared device
 * nothing is kept at all. Whatever fails here only means that there is no copy.
 */
@Injectable({ providedIn: 'root' })
export class KeptCopies {
  private database: Promise<IDBPDatabase> | null = null;
  /** Whose copies this page reads and adds to; null before that is known. */
  private personId: string | null = null;
  private readonly counted = signal(0);
  /** Counts how often the line came back after pages were shown from here: they ask again. */
  readonly outdated = this.counted.asReadonly();
  /** Each step waits for the one before, so that nothing is kept after the clearing that followed it. */
  private last: Promise<unknown> = Promise.resolve();

  /** Somebody is here, on a device that nobody else uses. What was another person's goes. */
  openFor(personId: string): Promise<void> {
    this.personId = personId;
    return this.step(async (database) => {
      const owner = await ownerIn(database);
      if (owner?.personId === personId && isFresh(owner)) return void (await touched(database, owner));
      await database.clear(COPIES);
      const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
        'encrypt',
        'decrypt',
      ]);
      const now = Date.now();
      await database.put(COPIES, { personId, key, since: now, usedAt: now } satisfies Owner, OWNER);
    });
  }

  /** Somebody used the page. */
  touch(): Promise<void> {
    return this.whenOurs(async (database, owner) => void (await touched(database, owner)));
  }

  keep(path: string, body: unknown): Promise<void> {
    return this.whenOurs(async (database, owner) => {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(body));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, owner.key, plain);
      // Another page of this browser may have cleared everything meanwhile.
      if (!(await touched(database, owner))) return;
      await database.put(COPIES, { nonce, sealed } satisfies Copy, path);
    });
  }

  /** What was kept of a path, or null. A session that would be over by now leaves nothing to be read. */
  async copy<T>(path: string): Promise<T | null> {
    return (await this.read<T>(() => IDBKeyRange.bound(path, path)))[0]?.body ?? null;
  }

  /** Everything kept of what lies under a path. */
  under<T>(path: string): Promise<readonly Kept<T>[]> {
    return this.read<T>(() => beneath(path));
  }

  forget(path: string): Promise<void> {
    return this.whenOurs(async (database) => {
      await database.delete(COPIES, path);
      await database.delete(COPIES, beneath(path));
    });
  }

  /** The server answers again: what was shown from here may have changed. */
  outOfDate(): void {
    this.counted.update((count) => count + 1);
  }

  /** Leaves nothing behind, as on signing out, on leaving at once, and where others use the device too. */
  clear(): Promise<void> {
    this.personId = null;
    return this.step((database) => database.clear(COPIES));
  }

  private async read<T>(range: () => IDBKeyRange): Promise<readonly Kept<T>[]> {
    const found: Kept<T>[] = [];
    const reading = this.step(async (database) => {
      const owner = await ownerIn(database);
      if (!owner) return;
      if (!isFresh(owner)) return database.clear(COPIES);
      this.personId ??= owner.personId;
      if (owner.personId !== this.personId) return;
      for (const path of (await database.getAllKeys(COPIES, range())) as string[]) {
        const { nonce, sealed } = (await database.get(COPIES, path)) as Copy;
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, owner.key, sealed);
        found.push({ path, body: JSON.parse(new TextDecoder().decode(plain)) as T });
      }
    });
    await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    return found;
  }

  /**
   * Does something with the copies of whoever is here. In another window of this browser somebody else may have opened
   * theirs meanwhile; and where the session would be over by now, an answer that was long on its way keeps nothing open.
   */
  private async whenOurs(act: (database: IDBPDatabase, owner: Owner) => Promise<void>): Promise<void> {
    if (this.personId === null) return;
    await this.step(async (database) => {
      const owner = await ownerIn(database);
      if (owner && owner.personId === this.personId && isFresh(owner)) await act(database, owner);
    });
  }

  private step(act: (database: IDBPDatabase) => Promise<void>): Promise<void> {
    const result = this.last.then(async () => act(await this.open())).catch(() => undefined);
    this.last = result;
    return result;
  }

  private open(): Promise<IDBPDatabase> {
    const closed = (): void => void (this.database = null);
    return (this.database ??= openDB(DATABASE, 1, {
      upgrade: (database) => void database.createObjectStore(COPIES),
      terminated: closed,
    }).catch((cause: unknown) => {
      closed();
      throw cause;
    }));
  }
}

async function ownerIn(database: IDBPDatabase): Promise<Owner | undefined> {
  return (await database.get(COPIES, OWNER)) as Owner | undefined;
}

/** Notes that somebody used the page; false when these copies are nobody's any more. */
async function touched(database: IDBPDatabase, owner: Owner): Promise<boolean> {
  const writing = database.transaction(COPIES, 'readwrite');
  const now = (await writing.store.get(OWNER)) as Owner | undefined;
  const isOurs = now?.since === owner.since;
  if (isOurs) await writing.store.put({ ...owner, usedAt: Date.now() } satisfies Owner, OWNER);
  await writing.done;
  return isOurs;
}

function beneath(path: string): IDBKeyRange {
  return IDBKeyRange.bound(`${path}/`, `${path}/\uffff`);
}

/** A clock that was put back tells nothing any more, so it counts as too late. */
function isFresh({ since, usedAt }: Owner): boolean {
  const now = Date.now();
  return now >= usedAt && now - usedAt <= IDLE && now >= since && now - since <= LONGEST;
}
