import { openOnSlowPhone, serveBarePage, sideBySide } from '@common-ground/testing';
import type { Page } from '@playwright/test';
import { expect, test } from '../journey';
import { expectQuiet } from '../watch';

const ROUNDS = 3;
/**
 * The mark is 1.8 times the page without a framework. A machine that does much else at once slows work down more than
 * waiting, and ours has more work: only what is far off is told from chance here. `npm run bench` gives the figure.
 * How many journeys follow one another is counted, and no time; so is what travels, with letters, words and answers.
 */
const AT_MOST = { times: 6, shift: 0.02, steps: 5, kilobytes: 200 };

test('a family’s first page stands on a slow phone soon after a page without a framework, and does not move', async ({
  as,
  browser,
  world,
}) => {
  test.setTimeout(600_000);
  const bare = await serveBarePage(world.origin);
  const somebody = await (await as('brother')).context().storageState();
  const found = await sideBySide(
    ROUNDS,
    () => openOnSlowPhone(browser, somebody, `${world.origin}/me`),
    () => openOnSlowPhone(browser, somebody, `${bare.origin}/`),
  );
  await bare.stop();
  const said = JSON.stringify(found);
  expect(found.bare.largest, said).toBeGreaterThan(150);
  expect(found.ours.largest, said).toBeLessThanOrEqual(found.bare.largest * AT_MOST.times);
  expect(found.ours.kilobytes, said).toBeLessThanOrEqual(AT_MOST.kilobytes);
  expect(found.bare.kilobytes, said).toBeGreaterThan(10);
  expect(found.ours.steps, said).toBeLessThanOrEqual(AT_MOST.steps);
  expect(found.bare.steps, said).toBeGreaterThan(1);
  expect(found.ours.shift, said).toBeLessThanOrEqual(AT_MOST.shift);
});

test('a family’s first page asks for each thing once, for words first, and for no homework where nobody is', async ({
  as,
  browse,
}) => {
  const somebody = await as('brother');
  const asked = askedBy(somebody);
  await somebody.goto('/me');
  await expect(somebody.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expectQuiet(somebody);
  expect(asked.filter((address) => address === '/api/homework')).toHaveLength(1);
  expect(asked[0]).toContain('/i18n/');
  expect(asked.filter((address, at) => asked.indexOf(address) !== at)).toEqual([]);
  // The scripts have said that they are there.
  expect(await somebody.evaluate('"scriptsAreHere" in window && window.scriptsAreHere === undefined')).toBe(
    true,
  );

  const nobody = await browse('phone');
  const inVain = askedBy(nobody);
  await nobody.goto('/me');
  await expect(nobody.getByRole('heading', { level: 1 })).toBeVisible();
  await expectQuiet(nobody);
  expect(inVain.filter((address) => address.startsWith('/api/'))).not.toContain('/api/homework');
  expect(inVain).toContain('/api/me');
});

test('who is here is asked anew where another window says that it has changed while the app begins', async ({
  as,
}) => {
  const somebody = await as('brother');
  const asked = askedBy(somebody);
  let others = async (): Promise<void> => {
    await somebody.evaluate('new BroadcastChannel("cg-who-is-here").postMessage(null)');
    others = async () => undefined;
  };
  await somebody.route('**/api/me', async (route) => {
    await others();
    // The first of them has been given up.
    await route.continue().catch(() => undefined);
  });
  await somebody.goto('/me');
  await expect(somebody.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expectQuiet(somebody);
  expect(asked.filter((address) => address === '/api/me')).toHaveLength(2);
  expect(asked.filter((address) => address === '/api/homework')).toHaveLength(1);
});

/** What a page asks for, in the order it does. */
function askedBy(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(?:api|i18n)\//u.test(pathname)) asked.push(pathname);
  });
  return asked;
}
