import type { Page } from '@playwright/test';

/**
 * Everything this site keeps on the device, as one text to search in; bytes are read as letters. The eight letters that
 * a build gives to the name of a file are left out: they are made by chance, and chance writes names too.
 */
export async function keptOnDevice(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const latin = new TextDecoder('latin1');
    const legible = (_key: string, value: unknown): unknown =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? latin.decode(value) : value;
    const opened = (name: string): Promise<IDBDatabase> =>
      new Promise((done, fail) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error ?? new Error(name));
      });
    const entries = (database: IDBDatabase, store: string): Promise<unknown[]> =>
      new Promise((done, fail) => {
        const asked = database.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(asked.result as unknown[]);
        asked.onerror = () => fail(asked.error ?? new Error(store));
      });
    const stored: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await opened(name);
      for (const store of database.objectStoreNames) stored.push(await entries(database, store));
      database.close();
    }
    for (const name of await caches.keys()) {
      const files = await (await caches.open(name)).keys();
      stored.push(files.map(({ url }) => url.replace(/-[\w-]{8}(?=\.\w+$)/u, '')));
    }
    return JSON.stringify(stored, legible);
  });
  return kept;
}
