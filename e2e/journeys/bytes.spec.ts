import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const WEB = 'dist/apps/web/browser';
const LAZY = /import\(`\.\/([\w-]+\.js)`\)\)\.(\w+)/gu;
const AT_ONCE = /(?:from|import)\s*["`]\.\/([\w-]+\.js)["`]/gu;

/** Thousands of bytes of scripts as they travel, pressed. They may fall; what raises them has to be worth it. */
const AT_MOST = { entry: 213, answering: 20 };

const read = (file: string): string => readFileSync(join(WEB, file), 'utf8');

/** A script and all it cannot begin without. */
function withNeeds(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, needed = ''] of read(file).matchAll(AT_ONCE)) withNeeds(needed, found);
  return found;
}

/** The script that is fetched for something, by one of those that are there. */
function fetchedFor(name: string, there: ReadonlySet<string>): string {
  for (const file of there) {
    for (const [, fetched = '', what] of read(file).matchAll(LAZY)) if (what === name) return fetched;
  }
  throw new Error(`Nothing fetches ${name}.`);
}

/** Everything that is there once these have been fetched, one after the other. */
function thereAfter(names: readonly string[]): Set<string> {
  const entry = [...read('index.html').matchAll(/(?:src|href)="([\w-]+\.js)"/gu)];
  const there = new Set(entry.flatMap(([, file = '']) => [...withNeeds(file)]));
  for (const name of names) for (const file of withNeeds(fetchedFor(name, there))) there.add(file);
  return there;
}

const weight = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0) / 1000;

test('what a family’s phone loads to show the homework, and then to answer it, stays small', () => {
  const homework = thereAfter(['homeworkFamilyRoutes', 'MePage']);
  const answering = thereAfter(['homeworkFamilyRoutes', 'MePage', 'taskRoutes']);
  expect(weight(homework)).toBeGreaterThan(50);
  expect(weight(homework)).toBeLessThanOrEqual(AT_MOST.entry);
  expect(weight([...answering].filter((file) => !homework.has(file)))).toBeLessThanOrEqual(AT_MOST.answering);
});
