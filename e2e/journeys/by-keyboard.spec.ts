import type { Document } from '@common-ground/contract';
import type { Locator, Page } from '@playwright/test';
import { expectSaved } from '../editor';
import { expect, expectAccessible, test } from '../journey';

/** What the handle of an entry offers, chosen without a pointer. */
async function choose(page: Page, entry: string, act: string): Promise<void> {
  await page.getByRole('button', { name: `${entry}: move, duplicate or delete` }).focus();
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('menuitem', { name: act });
  for (const _ of await page.getByRole('menuitem').all()) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
const valuesOf = (fields: Locator): Promise<string[]> =>
  fields.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));

test('the steps of a support plan are written, copied, moved and taken away with the keyboard alone', async ({
  as,
  api,
}) => {
  const made = await (
    await api('therapist')
  ).post<Document>('/api/documents', { kind: 'support-plan', title: 'A calmer week' });
  const page = await as('therapist');
  const keys = page.keyboard;
  await page.goto(`/app/docs/${made.body.id}`);
  await page.getByRole('button', { name: 'Add a step' }).focus();
  await keys.press('Enter');
  const steps = page.getByRole('region', { name: 'The steps of a day' });
  const who = steps.getByRole('textbox', { name: 'Who', exact: true });
  await expect(who).toBeFocused();
  await keys.type('Maya');
  await keys.press('Enter');
  await expect(steps.getByRole('textbox', { name: 'What', exact: true })).toBeFocused();
  await keys.type('Breakfast together');
  await choose(page, 'Step 1', 'Duplicate');
  await expect(who).toHaveCount(2);
  await expect(who.last()).toBeFocused();
  await keys.press('Control+A');
  await keys.type('Rosa');
  await keys.press('Alt+Shift+ArrowUp');
  await expect(page.getByText('Step 1 moved to 1 of 2')).toBeAttached();
  await expect.poll(() => valuesOf(who)).toEqual(['Rosa', 'Maya']);
  await choose(page, 'Step 1', 'Move down');
  await expect.poll(() => valuesOf(who)).toEqual(['Maya', 'Rosa']);
  await choose(page, 'Step 2', 'Add below');
  await expect(who).toHaveCount(3);
  await expect(who.last()).toBeFocused();
  await expectAccessible(page, 'a plan with the menu of a step used');
  await choose(page, 'Step 3', 'Delete');
  await expect(who).toHaveCount(2);
  await keys.press('Control+Z');
  await expect(who).toHaveCount(3);
  await keys.press('Control+Y');
  await expect(who).toHaveCount(2);
  await expectSaved(page);
});

test('an ending of a script is pulled to another place, and undo puts it back', async ({ as, api }) => {
  const made = await (
    await api('therapist')
  ).post<Document>('/api/documents', { kind: 'role-play-script', title: 'Asking for a lift' });
  const page = await as('therapist');
  await page.setViewportSize({ width: 1280, height: 2400 });
  await page.goto(`/app/docs/${made.body.id}`);
  const endings = page.getByRole('region', { name: 'Endings' });
  const words = endings.getByRole('textbox');
  while ((await words.count()) < 2) {
    const known = await words.count();
    await endings.getByRole('button', { name: 'Add an ending' }).click();
    await expect(words).toHaveCount(known + 1);
  }
  await words.first().fill('We have a plan.');
  // What is said about the text comes a moment after it was saved, and moves what stands below it.
  const judged = page.waitForResponse(/\/concerns$/u);
  await words.last().fill('We talk again on Sunday.');
  await expectSaved(page);
  await judged;
  const [handle, below] = [1, 2].map((place) =>
    endings.getByRole('button', { name: `Ending ${place}: move, duplicate or delete` }),
  );
  await handle?.hover();
  await page.mouse.down();
  const to = await below?.boundingBox();
  if (!to) throw new Error('Both endings have to be in view.');
  await page.mouse.move(to.x + 20, to.y + 90, { steps: 20 });
  await page.mouse.up();
  await expect(page.getByText('Ending 2 moved to 2 of 2')).toBeAttached();
  await expect.poll(() => valuesOf(words)).toEqual(['We talk again on Sunday.', 'We have a plan.']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => valuesOf(words)).toEqual(['We have a plan.', 'We talk again on Sunday.']);
});
