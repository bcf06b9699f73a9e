import type { Page } from '@playwright/test';
import { expectSaved } from '../editor';
import { LOOKS_LIKE, homeworkOf, savedAnswer } from '../homework';
import { expect, test } from '../journey';
import { keptOnDevice } from '../storage';

const FIRST = 'Sit with me for a while.';
const THEN = 'And no questions until I have eaten.';

test.use({ serviceWorkers: 'allow' });

test('on a phone of one’s own, homework that was opened opens again without a connection, and nothing written then is lost', async ({
  browse,
  api,
}) => {
  const [page, leo] = [await signedInOn(await browse('phone'), 'mine'), await api('brother')];
  const question = `/me/tasks/${(await homeworkOf(leo)).id}/q/${LOOKS_LIKE.number}`;
  await page.goto(question);
  await field(page).fill(FIRST);
  await expectSaved(page);
  await expectPaperFetched(page);
  await expectShellKept(page);
  await page.context().setOffline(true);
  await page.close();

  const second = await page.context().newPage();
  await second.goto('/me');
  await expect(second.getByRole('heading', { level: 1, name: 'Hello, Leo Torres' })).toBeVisible();
  await expect(second.getByText('You see what this device kept.')).toBeVisible();
  await second.goto(question);
  await expect(field(second)).toHaveValue(FIRST);
  await field(second).fill(`${FIRST} ${THEN}`);
  // A browser that starts without a connection does not always know that it has none; then no word says that they are kept.
  await expect(second.getByText(/Offline – kept on this device|Not saved – trying again/u)).toBeVisible();
  await expectOnDevice(second, { database: 'cg-unsaved', store: 'texts' }, 'some');
  await second.goto(question.replace(/\/q\/.*/u, ''));
  await second.getByRole('link', { name: 'Print', exact: true }).click();
  await expect(second.getByRole('button', { name: 'Print this page' })).toBeVisible();
  await expect(second.getByText(THEN)).toBeVisible();
  await second.close();

  const third = await page.context().newPage();
  await third.goto(question);
  await expect(field(third)).toHaveValue(`${FIRST} ${THEN}`);
  await page.context().setOffline(false);
  await expectSaved(third);
  await expect(third.getByText('You see what this device kept.')).toBeHidden();
  expect(await savedAnswer(leo, LOOKS_LIKE.id)).toBe(`${FIRST} ${THEN}`);
});

test('on a shared phone nothing opens without a connection but help, and nothing is kept', async ({
  browse,
  api,
}) => {
  const page = await signedInOn(await browse('phone'), 'shared');
  await page.goto(`/me/tasks/${(await homeworkOf(await api('brother'))).id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectShellKept(page);
  expect(await keptOnDevice(page)).not.toMatch(/Leo|Torres|CryptoKey/u);
  await page.context().setOffline(true);
  await page.goto('/me');
  await expect(page.getByRole('heading', { name: 'We cannot reach the program’s computer' })).toBeVisible();
  await page.goto('/help-now');
  await expect(page.getByRole('link', { name: 'Call 988' })).toBeVisible();
});

const ENDS = {
  'after half an hour without a touch': async (page: Page) => {
    await page.clock.setFixedTime(Date.now() + 31 * 60_000);
    // An answer that comes so late keeps nothing open either.
    const answered = page.waitForResponse('**/api/homework/*');
    await page.getByRole('main').getByRole('link').first().click();
    await (await answered).finished();
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Leo Torres' })).toHaveCount(0);
  },
  'after signing out': async (page: Page) => {
    await page.goto('/sign-out');
    await expect(page.getByRole('heading', { level: 1, name: 'You are signed out' })).toBeVisible();
  },
};
for (const [when, end] of Object.entries(ENDS)) {
  test(`${when} nothing that was kept opens any more`, async ({ browse }) => {
    const page = await signedInOn(await browse('phone'), 'mine');
    await page.goto('/me');
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Leo Torres' })).toBeVisible();
    await expectShellKept(page);
    await expectOnDevice(page, COPIES, 'some');
    await end(page);
    await page.context().setOffline(true);
    await page.goto('/me');
    await expect(page.getByRole('heading', { name: 'We cannot reach the program’s computer' })).toBeVisible();
    await expectOnDevice(page, COPIES, 'none');
  });
}

async function signedInOn(page: Page, device: 'mine' | 'shared'): Promise<Page> {
  await page.goto('/sign-in');
  await page.getByLabel('Your code').fill('LEO-2468');
  await page.getByLabel('Your PIN').fill('246810');
  if (device === 'mine') await page.getByRole('radio', { name: 'No, it is only mine' }).check();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Leo Torres' })).toBeVisible();
  return page;
}

const field = (page: Page) => page.getByRole('textbox', { name: LOOKS_LIKE.question });

/** The page on paper comes once the homework stands, by itself. */
async function expectPaperFetched(page: Page): Promise<void> {
  const isThere = async (): Promise<boolean> =>
    page.evaluate(async () => {
      const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
      const texts = await Promise.all(scripts.map(async ({ name }) => (await fetch(name)).text()));
      return texts.some((text) => text.includes('cg-task-print-page'));
    });
  await expect.poll(isThere, 'the page on paper is fetched').toBe(true);
}

/** The browser keeps every file this page runs on. */
async function expectShellKept(page: Page): Promise<void> {
  const missing = async (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      const used = performance.getEntriesByType('resource').map(({ name }) => name);
      const own = [location.origin + '/', ...used].filter((name) => !name.includes('/api/'));
      const kept = await Promise.all(own.map(async (name) => ({ name, is: await caches.match(name) })));
      return kept
        .filter(({ is, name }) => !is && /\/$|\.js$|\.css$|\/i18n\//u.test(name))
        .map(({ name }) => name);
    });
  await expect.poll(missing, 'every file the page runs on is kept').toEqual([]);
}

interface Kept {
  readonly database: string;
  readonly store: string;
}

const COPIES: Kept = { database: 'cg-kept', store: 'copies' };

async function expectOnDevice(page: Page, where: Kept, howMany: 'some' | 'none'): Promise<void> {
  const counted = async (): Promise<'some' | 'none'> =>
    page.evaluate(
      ({ database, store }) =>
        new Promise((done, fail) => {
          const asked = indexedDB.open(database);
          asked.onerror = () => fail(asked.error ?? new Error(database));
          asked.onsuccess = () => {
            const counting = asked.result.transaction(store).objectStore(store).count();
            counting.onsuccess = () => {
              asked.result.close();
              done(counting.result > 0 ? 'some' : 'none');
            };
          };
        }),
      where,
    );
  await expect.poll(counted, `${howMany} of ${where.store}`).toBe(howMany);
}
