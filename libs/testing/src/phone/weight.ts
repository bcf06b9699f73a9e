import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const WEB = 'dist/apps/web/browser';
const LAZY = /import\(`\.\/([\w-]+\.js)`\)\)\.(\w+)/gu;
const AT_ONCE = /(?:from|import)\s*["`]\.\/([\w-]+\.js)["`]/gu;

/** What is fetched for a family's first page, by its names: nothing, it comes with the app itself. */
export const OF_FAMILIES: readonly string[] = [];

/** A file of the built web app. */
export const builtFile = (file: string): string => readFileSync(join(WEB, file), 'utf8');

/** A script and all it cannot begin without. */
function withNeeds(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, needed = ''] of builtFile(file).matchAll(AT_ONCE)) withNeeds(needed, found);
  return found;
}

/** The script that is fetched for something, by one of those that are there. */
function fetchedFor(name: string, there: ReadonlySet<string>): string {
  for (const file of there) {
    for (const [, fetched = '', what] of builtFile(file).matchAll(LAZY)) if (what === name) return fetched;
  }
  throw new Error(`Nothing fetches ${name}.`);
}

/** Every script that is there once these have been fetched, one after the other. */
export function thereAfter(names: readonly string[]): Set<string> {
  const entry = [...builtFile('index.html').matchAll(/(?:src|href)="([\w-]+\.js)"/gu)];
  const there = new Set(entry.flatMap(([, file = '']) => [...withNeeds(file)]));
  for (const name of names) for (const file of withNeeds(fetchedFor(name, there))) there.add(file);
  return there;
}

/** Thousands of bytes as they travel, pressed. */
export const weightOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + brotliCompressSync(builtFile(file)).length, 0) / 1000;
