import type { Locator, Page } from '@playwright/test';
import { expectSaved } from '../editor';
import { LOOKS_LIKE, homeworkOf, savedAnswer } from '../homework';
import { expect, expectAccessible, test } from '../journey';
import { keptOnDevice } from '../storage';

const WORDS = 'A walk by the river, without talking.';
const SAVING = '**/api/homework/*/answers/*';

test('words written without a connection are kept, and saved as soon as it is back', async ({ as, api }) => {
  const [page, leo] = [await as('brother'), await api('brother')];
  const field = await openQuestion(page, (await homeworkOf(leo)).id);
  await page.context().setOffline(true);
  await field.fill(WORDS);
  await expectWord(page, 'Offline – kept on this device');
  expect(await keptOnDevice(page), 'what is kept cannot be read').not.toContain('river');
  await page.context().setOffline(false);
  await expectSaved(page);
  expect(await savedAnswer(leo, LOOKS_LIKE.id)).toBe(WORDS);
});

test('words that could not be sent survive a reload of the page', async ({ as, api, world }) => {
  const [page, leo] = [await as('brother'), await api('brother')];
  const field = await openQuestion(page, (await homeworkOf(leo)).id);
  await endSession(page, world.origin);
  await field.fill(WORDS);
  await expect(page.getByRole('dialog', { name: 'Please sign in again' })).toBeVisible();
  page.once('dialog', (question) => void question.accept());
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(await keptOnDevice(page), 'what is kept cannot be read').not.toContain('river');
  expect(await savedAnswer(leo, LOOKS_LIKE.id)).toBeUndefined();
  await page.getByRole('button', { name: 'Leo Torres' }).click();
  await expect(field).toHaveValue(WORDS);
  await expectSaved(page);
  expect(await savedAnswer(leo, LOOKS_LIKE.id)).toBe(WORDS);
});

test('what got lost on its way is sent again, and is there once', async ({ as, api }) => {
  const [page, leo] = [await as('brother'), await api('brother')];
  const field = await openQuestion(page, (await homeworkOf(leo)).id);
  let tries = 0;
  await page.route(SAVING, async (route) => {
    tries += 1;
    // The first never arrives; the second arrives, but its answer is lost.
    if (tries === 1) return route.abort();
    if (tries > 2) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await field.fill(WORDS);
  await expectWord(page, 'Not saved – trying again');
  await expectSaved(page);
  expect(tries).toBe(3);
  const answers = (await homeworkOf(leo)).answers.map(({ promptId, value, revision }) => ({
    ...{ promptId, value, revision },
  }));
  expect(answers).toEqual([{ promptId: LOOKS_LIKE.id, value: WORDS, revision: 1 }]);
});

test('two windows on one question: both texts are offered, and both can be kept', async ({ as, api }) => {
  const [page, leo] = [await as('brother'), await api('brother')];
  const { id } = await homeworkOf(leo);
  const other = await page.context().newPage();
  const [here, there] = [await openQuestion(page, id), await openQuestion(other, id)];
  await there.fill('A ride to school.');
  await expectSaved(other);
  await here.fill(WORDS);
  const choice = page.getByRole('alert', { name: 'This answer was also changed somewhere else' });
  await expect(choice).toContainText('A ride to school.');
  await expect(choice).toContainText(WORDS);
  await expectAccessible(page, 'two texts');
  await choice.getByRole('button', { name: 'Keep both' }).click();
  await expect(here).toHaveValue(`A ride to school.\n\n${WORDS}`);
  await expectSaved(page);
  expect(await savedAnswer(leo, LOOKS_LIKE.id)).toBe(`A ride to school.\n\n${WORDS}`);
});

test.describe('a session that ends while somebody writes', () => {
  test('keeps the words for the same person', async ({ as, api, world }) => {
    const [page, leo] = [await as('brother'), await api('brother')];
    const field = await openQuestion(page, (await homeworkOf(leo)).id);
    await endSession(page, world.origin);
    await field.fill(WORDS);
    const sheet = page.getByRole('dialog', { name: 'Please sign in again' });
    await sheet.getByRole('button', { name: 'Leo Torres' }).click();
    await expect(sheet).toHaveCount(0);
    await expect(field).toHaveValue(WORDS);
    await expectSaved(page);
    expect(await savedAnswer(leo, LOOKS_LIKE.id)).toBe(WORDS);
  });

  test('shows nothing of them to somebody else on the same browser', async ({ as, api, world }) => {
    const [page, leo] = [await as('brother'), await api('brother')];
    const { id } = await homeworkOf(leo);
    const field = await openQuestion(page, id);
    await endSession(page, world.origin);
    await field.fill(WORDS);
    await page
      .getByRole('dialog', { name: 'Please sign in again' })
      .getByRole('button', { name: 'David Torres' })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, David Torres' })).toBeVisible();
    await expect(page.getByText(WORDS)).toHaveCount(0);
    expect(await keptOnDevice(page)).not.toContain('river');
    await page.goto(`/me/tasks/${id}/q/${LOOKS_LIKE.number}`);
    await expect(page.getByText('You no longer have access to this. Ask your therapist.')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    expect(await savedAnswer(leo, LOOKS_LIKE.id), 'nobody sent it in his name').toBeUndefined();

    // David signs out and Leo comes back, to another page of the same browser: his words have waited for him.
    await page.goto('/sign-out');
    await expect(page.getByRole('heading', { level: 1, name: 'You are signed out' })).toBeVisible();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Leo Torres' }).click();
    await expect.poll(() => savedAnswer(leo, LOOKS_LIKE.id)).toBe(WORDS);
    await openQuestion(page, id);
    await expect(page.getByRole('textbox', { name: LOOKS_LIKE.question })).toHaveValue(WORDS);
    await expectSaved(page);
    expect(await keptOnDevice(page)).not.toContain('river');
  });
});

test.describe('somebody else who signs in in another window of the browser', () => {
  for (const [how, isTold] of [
    ['at once', true],
    ['with the next words, in a browser that tells its windows nothing', false],
  ] as const) {
    test(`finds the page of the first one covered ${how}, and their words wait`, async ({
      as,
      api,
      world,
    }) => {
      const [page, leo] = [await as('brother'), await api('brother')];
      if (!isTold)
        await page.context().addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
      const { id } = await homeworkOf(leo);
      const field = await openQuestion(page, id);
      const other = await page.context().newPage();
      // Nothing gets through until David is there.
      await page.route(SAVING, (route) => route.abort());
      await field.fill(WORDS);
      await expectWord(page, 'Not saved – trying again');
      await page.request.post('/api/demo/sign-in', {
        ...{ data: { persona: 'father' }, headers: { origin: world.origin } },
      });
      await other.goto('/me');
      await expect(other.getByRole('heading', { level: 1, name: 'Hello, David Torres' })).toBeVisible();
      await page.unroute(SAVING);
      if (!isTold) await field.press('End');
      const sheet = page.getByRole('dialog', { name: 'Please sign in again' });
      await expect(sheet).toContainText('Somebody else signed in on this device, in another window.');
      await expect(field).toHaveCount(0);
      await expect(page.locator('[inert] textarea')).toHaveValue(WORDS);
      await expectAccessible(page, 'covered since somebody else is here');
      expect(await savedAnswer(leo, LOOKS_LIKE.id), 'nobody sent it in his name').toBeUndefined();
      page.once('dialog', (question) => void question.accept());
      await sheet.getByRole('button', { name: 'I am the one who signed in' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Hello, David Torres' })).toBeVisible();
      expect(await keptOnDevice(page)).not.toContain('river');

      // Leo is back, in yet another window, and David's page is covered in its turn.
      await page.goto('/sign-out');
      await expect(page.getByRole('heading', { level: 1, name: 'You are signed out' })).toBeVisible();
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'Leo Torres' }).click();
      await expect.poll(() => savedAnswer(leo, LOOKS_LIKE.id)).toBe(WORDS);
      if (isTold) await expect(other.getByRole('dialog', { name: 'Please sign in again' })).toBeVisible();
    });
  }

  test('leaves it open where it was they who came back', async ({ as }) => {
    const page = await as('brother');
    await page.goto('/me');
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Leo Torres' })).toBeVisible();
    const other = await page.context().newPage();
    await other.goto('/sign-out');
    await expect(other.getByRole('heading', { level: 1, name: 'You are signed out' })).toBeVisible();
    const sheet = page.getByRole('dialog', { name: 'Please sign in again' });
    await expect(sheet).toContainText('or signed out in another window');
    await other.goto('/sign-in');
    await other.getByRole('button', { name: 'Leo Torres' }).click();
    await expect(other.getByRole('heading', { level: 1, name: 'Hello, Leo Torres' })).toBeVisible();
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Leo Torres' })).toBeVisible();
  });
});

async function openQuestion(page: Page, task: string): Promise<Locator> {
  await page.goto(`/me/tasks/${task}/q/${LOOKS_LIKE.number}`);
  const field = page.getByRole('textbox', { name: LOOKS_LIKE.question });
  await expect(field).toBeVisible();
  return field;
}

async function expectWord(page: Page, word: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: word })).toBeVisible();
}

/** Somewhere else, or because nothing happened for a long while: this page is not told. */
async function endSession(page: Page, origin: string): Promise<void> {
  const answer = await page.request.post('/api/sign-out', { headers: { origin } });
  expect(answer.ok()).toBe(true);
}
