import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const WEB = 'dist/apps/web/browser';
const LAZY = /import\(`\.\/([\w-]+\.js)`\)\)\.(\w+)/gu;
const AT_ONCE = /(?:from|import)\s*["`]\.\/([\w-]+\.js)["`]/gu;

/** Thousands of bytes of scripts as they travel, pressed. They may fall; what raises them has to be worth it. */
const AT_MOST = { entry: 120, answering: 50, staff: 112, editor: 99 };

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

/** What begins a family's first page and a therapist's, by the names under which it is fetched. */
const OF_FAMILIES = ['homeworkFamilyRoutes', 'MePage'];
const OF_STAFF = ['StaffFrame', 'peopleStaffRoutes', 'TodayPage'];

const weight = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0) / 1000;

/** What comes on top of what is there, once these have been fetched as well. */
const more = (there: ReadonlySet<string>, names: readonly string[]): number =>
  weight([...thereAfter(names)].filter((file) => !there.has(file)));

test('what a family’s phone loads to show the homework, and then to answer it, stays small', () => {
  const homework = thereAfter(OF_FAMILIES);
  expect(weight(homework)).toBeGreaterThan(50);
  expect(weight(homework)).toBeLessThanOrEqual(AT_MOST.entry);
  expect(more(homework, [...OF_FAMILIES, 'taskRoutes'])).toBeLessThanOrEqual(AT_MOST.answering);
});

test('what a therapist loads to see their day, and then to write, stays small', () => {
  const today = thereAfter(OF_STAFF);
  expect(weight(today)).toBeGreaterThan(50);
  expect(weight(today)).toBeLessThanOrEqual(AT_MOST.staff);
  const writing = [...OF_STAFF, 'documentsStaffRoutes', 'DocumentPage', 'WorksheetEditor'];
  expect(more(today, writing)).toBeLessThanOrEqual(AT_MOST.editor);
});

test('no family fetches what only forms of the staff, or the checking of forms, are made of', () => {
  const texts = [...thereAfter([...OF_FAMILIES, 'taskRoutes'])].map(read).join('');
  // A sign each that no build renames: what comes with class-validator, with dragging, and with menus.
  for (const sign of ['customValidation', 'cdk-drag-placeholder', 'cdk-menu'])
    expect(texts).not.toContain(sign);
});
