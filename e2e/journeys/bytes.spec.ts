import { OF_FAMILIES, builtFile, thereAfter, weightOf } from '@common-ground/testing';
import { expect, test } from '@playwright/test';

/** Thousands of bytes of scripts as they travel, pressed. They may fall; what raises them has to be worth it. */
const AT_MOST = { entry: 108, answering: 50, staff: 115, editor: 97 };

/** What begins a therapist’s day. */
const OF_STAFF = ['StaffFrame', 'peopleStaffRoutes', 'TodayPage'];

/** What comes on top of what is there, once these have been fetched as well. */
const more = (there: ReadonlySet<string>, names: readonly string[]): number =>
  weightOf([...thereAfter(names)].filter((file) => !there.has(file)));

test('what a family’s phone loads to show the homework, and then to answer it, stays small', () => {
  const homework = thereAfter(OF_FAMILIES);
  expect(weightOf(homework)).toBeGreaterThan(50);
  // A key of the page itself: it is among what was weighed.
  expect([...homework].map(builtFile).join('')).toContain('homework.home.hello');
  expect(weightOf(homework)).toBeLessThanOrEqual(AT_MOST.entry);
  expect(more(homework, [...OF_FAMILIES, 'taskRoutes'])).toBeLessThanOrEqual(AT_MOST.answering);
});

test('what a therapist loads to see their day, and then to write, stays small', () => {
  const today = thereAfter(OF_STAFF);
  expect(weightOf(today)).toBeGreaterThan(50);
  expect(weightOf(today)).toBeLessThanOrEqual(AT_MOST.staff);
  const writing = [...OF_STAFF, 'documentsStaffRoutes', 'DocumentPage', 'WorksheetEditor'];
  expect(more(today, writing)).toBeLessThanOrEqual(AT_MOST.editor);
});

test('no family fetches what only forms of the staff, or the checking of forms, are made of', () => {
  const texts = [...thereAfter([...OF_FAMILIES, 'taskRoutes'])].map(builtFile).join('');
  // A sign each that no build renames: what comes with class-validator, with dragging, and with menus.
  for (const sign of ['customValidation', 'cdk-drag-placeholder', 'cdk-menu'])
    expect(texts).not.toContain(sign);
});
