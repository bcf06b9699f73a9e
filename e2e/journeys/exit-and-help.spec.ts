import type { Page } from '@playwright/test';
import { expectSaved } from '../editor';
import { LOOKS_LIKE, homeworkOf } from '../homework';
import { expect, readingTest, test } from '../journey';
import { keptOnDevice } from '../storage';

const WORDS = 'Nobody but me should read this sentence.';
const WEATHER = 'https://www.weather.gov';

readingTest('Exit comes first for the Tab key on every page a family sees', async ({ as, api, browse }) => {
  const page = await as('mother');
  const { id } = await homeworkOf(await api('mother'));
  const task = `/me/tasks/${id}`;
  const pages = ['/me', task, `${task}/q/1`, `${task}/check`, '/me/privacy', '/settings', '/help-now'];
  for (const path of [...pages, '/nowhere']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Exit', exact: true }), path).toBeFocused();
  }
  const outside = await browse('phone');
  await outside.goto('/sign-in');
  await expect(outside.getByRole('heading', { level: 1 })).toBeVisible();
  await outside.keyboard.press('Tab');
  await expect(outside.getByRole('button', { name: 'Exit', exact: true })).toBeFocused();
});

test.describe('leaving fast', () => {
  test.use({ elsewhere: [WEATHER] });

  const ways = {
    'the Exit button': (page: Page) => page.getByRole('button', { name: 'Exit', exact: true }).tap(),
    'three times Shift': async (page: Page) => {
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    },
  };
  for (const [name, leave] of Object.entries(ways)) {
    test(`by ${name} ends the session and leaves nothing readable behind`, async ({ as, api }) => {
      const page = await as('mother');
      await page
        .context()
        .route(`${WEATHER}/**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny' }));
      await page.goto('/me');
      await expect(page.getByRole('heading', { level: 1, name: 'Hello, Rosa Torres' })).toBeVisible();
      await page.goto(`/me/tasks/${(await homeworkOf(await api('mother'))).id}/q/${LOOKS_LIKE.number}`);
      await page.getByRole('textbox', { name: LOOKS_LIKE.question }).fill(WORDS);
      await expectSaved(page);

      await leave(page);
      await expect(page).toHaveURL(`${WEATHER}/`);
      await expect.poll(async () => (await page.request.get('/api/me')).status()).toBe(401);
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
      await expect(page.getByText(WORDS)).toHaveCount(0);
      const kept = await keptOnDevice(page);
      for (const secret of [WORDS, 'Rosa', 'Torres', 'support']) expect(kept).not.toContain(secret);
    });
  }
});

readingTest('Get help now works signed out and without a connection', async ({ browse }) => {
  const page = await browse('phone');
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Get help now' }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Get help now' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Call 911' })).toHaveAttribute('href', 'tel:911');
  await expect(page.getByRole('link', { name: 'Call 988' })).toHaveAttribute('href', 'tel:988');
  await expect(page.getByText('This page is not read around the clock.')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('Get help now shows the practice’s own number in the middle of a question, without a connection', async ({
  as,
  api,
}) => {
  const page = await as('brother');
  await page.goto(`/me/tasks/${(await homeworkOf(await api('brother'))).id}/q/${LOOKS_LIKE.number}`);
  const field = page.getByRole('textbox', { name: LOOKS_LIKE.question });
  await expect(field).toBeVisible();
  await page.context().setOffline(true);
  await field.fill(WORDS);
  await page.getByRole('banner').getByRole('link', { name: 'Get help now' }).tap();
  const card = page.getByRole('region', { name: 'Get help now' });
  await expect(card).toContainText('Lakeside Recovery Center');
  await expect(card.getByRole('link', { name: /^Call \+?[\d() -]{7,}/u })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).tap();
  await expect(page.getByText('No connection')).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).tap();
  await expect(field).toHaveValue(WORDS);
  await expectSaved(page);
});

test.describe('leaving without a connection', () => {
  test.use({ elsewhere: [WEATHER] });

  test('ends the session as soon as there is one again, before anything opens', async ({ as }) => {
    const page = await as('mother');
    await page
      .context()
      .route(`${WEATHER}/**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny' }));
    await page.goto('/me');
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Rosa Torres' })).toBeVisible();
    // The line to this place alone: what stands for the weather is still to come.
    await page.context().route('**/api/**', (route) => route.abort('internetdisconnected'));
    await page.getByRole('button', { name: 'Exit', exact: true }).tap();
    await expect(page).toHaveURL(`${WEATHER}/`);
    await page.goto('/me');
    await expect(page.getByRole('heading', { name: 'We cannot reach the program’s computer' })).toBeVisible();
    await page.context().unroute('**/api/**');
    await page.goto('/me');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect((await page.request.get('/api/me')).status()).toBe(401);
    await page.getByRole('button', { name: 'Rosa Torres' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Rosa Torres' })).toBeVisible();
  });
});

readingTest('a page that cannot be fetched says so, and where help is', async ({ as }) => {
  const page = await as('mother');
  await page.goto('/me');
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Rosa Torres' })).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Who can see what I write' }).tap();
  await expect(page.getByRole('heading', { name: 'We cannot reach the program’s computer' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call 988' })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Rosa Torres' })).toBeVisible();
});
