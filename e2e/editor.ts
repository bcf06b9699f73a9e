// The worksheet editor in the words of somebody who uses it.
import type { Locator, Page } from '@playwright/test';
import { expect } from './journey';

/** The block at one place, counted from 1, with everything that stands beside it. */
export function blockHolding(page: Page, place: number): Locator {
  const field = page.getByRole('textbox', {
    name: new RegExp(`^Block ${place}, (question|guidance|section)`, 'u'),
  });
  return page.getByRole('listitem').filter({ has: field });
}

export async function questionsInOrder(page: Page): Promise<string[]> {
  const fields = await page.getByRole('textbox', { name: /^Block \d+, (question|guidance|section)/u }).all();
  return Promise.all(fields.map((field) => field.inputValue()));
}

/** With the keyboard alone: Enter makes a block below, `/` offers the kinds, and the question is typed right away. */
export async function writeBelow(
  page: Page,
  kind: string,
  wording: string,
  choices: readonly string[] = [],
): Promise<void> {
  const place = (await questionsInOrder(page)).length + 1;
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: `Block ${place}, guidance` })).toBeFocused();
  await page.keyboard.press('/');
  const wanted = page.getByRole('menuitem', { name: kind });
  const offered = page.getByRole('menu', { name: 'What to add' }).getByRole('menuitem');
  await expect(offered.first()).toBeFocused();
  for (const item of await offered.all()) {
    await expect(item).toBeFocused();
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  const field = new RegExp(`^Block ${place}, (question, )?${kind}`, 'iu');
  await expect(page.getByRole('textbox', { name: field })).toBeFocused();
  await page.keyboard.type(wording);
  await writeChoices(page, choices);
  // An empty line ends the list of choices; the next Enter begins a block below.
  if (choices.length > 0) {
    await page.keyboard.press('Enter');
    await expect(choiceField(page, choices.length + 1)).toBeFocused();
  }
}

/** From the question on, Enter by Enter. */
export async function writeChoices(page: Page, choices: readonly string[]): Promise<void> {
  for (const [index, choice] of choices.entries()) {
    await page.keyboard.press('Enter');
    await expect(choiceField(page, index + 1)).toBeFocused();
    await page.keyboard.type(choice);
  }
}

/** In the block that was written last. */
function choiceField(page: Page, number: number): Locator {
  return page.getByRole('textbox', { name: new RegExp(`, choice ${number}$`, 'u') }).last();
}

/** With the pointer: the visible *Add* offers the same kinds and puts the cursor into the new question. */
export async function chooseKind(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).last().click();
  await page.getByRole('menuitem', { name: kind }).click();
  const field = page.getByRole('textbox', { name: new RegExp(`, question, ${kind}$`, 'u') });
  await expect(field.last()).toBeFocused();
}

/** The server has confirmed everything that was typed. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^\s*Saved \d/u })).toBeVisible();
}
