import type { Locator, Page } from '@playwright/test';
import { expectSaved } from '../editor';
import { LOOKS_LIKE, homeworkOf, savedAnswer } from '../homework';
import { expect, test } from '../journey';
import { keptOnDevice } from '../storage';

const WORDS = 'A walk by the river, without talking.';
const SAVING = '**/api/homework/*/answers/*';

test('a browser that dies in the middle of writing loses no word that rested a moment', async ({
  as,
  api,
}) => {
  const [page, leo] = [await as('brother'), await api('brother')];
  const { id } = await homeworkOf(leo);
  await page.route(SAVING, (route) => route.abort());
  await (await openQuestion(page, id)).fill(WORDS);
  await expectKept(page);
  // Ends the page as the system does that needs its memory: no last word, nothing tidied up.
  await page.goto('chrome://crash').catch(() => undefined);
  expect(await savedAnswer(leo, LOOKS_LIKE.id)).toBeUndefined();

  const again = await page.context().newPage();
  await expect(await openQuestion(again, id)).toHaveValue(WORDS);
  await expectSaved(again);
  expect(await savedAnswer(leo, LOOKS_LIKE.id)).toBe(WORDS);
});

test('a line that takes words and never answers is given up, and the words are sent again', async ({
  as,
  api,
}) => {
  const [page, leo] = [await as('brother'), await api('brother')];
  await page.clock.install();
  let tries = 0;
  await page.route(SAVING, async (route) => {
    tries += 1;
    if (tries > 1) await route.continue();
    // The first arrives and nothing ever comes back.
    else await route.fetch();
  });
  const field = await openQuestion(page, (await homeworkOf(leo)).id);
  await field.fill(WORDS);
  await expect.poll(() => tries).toBe(1);
  await page.clock.fastForward(21_000);
  await expect(page.getByRole('status').filter({ hasText: 'Not saved – trying again' })).toBeVisible();
  await page.clock.fastForward(2_000);
  await expectSaved(page);
  const { answers } = await homeworkOf(leo);
  expect(answers).toMatchObject([{ promptId: LOOKS_LIKE.id, value: WORDS, revision: 1 }]);
});

test('a clock that was ten years off and is put right takes no words away', async ({ as, api }) => {
  const [page, leo] = [await as('brother'), await api('brother')];
  await page.clock.setFixedTime('2016-01-01T00:00:00Z');
  await page.route(SAVING, (route) => route.abort());
  const field = await openQuestion(page, (await homeworkOf(leo)).id);
  await field.fill(WORDS);
  await expectKept(page);
  await page.close();

  const again = await page.context().newPage();
  await again.clock.setFixedTime(new Date());
  await expect(await openQuestion(again, (await homeworkOf(leo)).id)).toHaveValue(WORDS);
  await expectSaved(again);
  expect(await savedAnswer(leo, LOOKS_LIKE.id)).toBe(WORDS);
});

/** What the storage of a device does when it is full, closed to the site, or broken. */
const STORAGE: Readonly<Record<string, () => void>> = {
  'is full': () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  },
  'is closed': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('closed', 'SecurityError');
    };
  },
  'never answers': () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, ...asked) {
      const request = open.apply(this, asked);
      request.addEventListener('success', (event) => {
        event.stopImmediatePropagation();
      });
      return request;
    };
  },
};

for (const [what, happens] of Object.entries(STORAGE)) {
  test(`words are saved when the storage of the device ${what}`, async ({ as, api }) => {
    const [page, leo] = [await as('brother'), await api('brother')];
    await page.addInitScript(happens);
    await (await openQuestion(page, (await homeworkOf(leo)).id)).fill(WORDS);
    await expectSaved(page);
    expect(await savedAnswer(leo, LOOKS_LIKE.id)).toBe(WORDS);
  });
}

async function openQuestion(page: Page, task: string): Promise<Locator> {
  await page.goto(`/me/tasks/${task}/q/${LOOKS_LIKE.number}`);
  const field = page.getByRole('textbox', { name: LOOKS_LIKE.question });
  await expect(field).toBeVisible();
  return field;
}

async function expectKept(page: Page): Promise<void> {
  await expect.poll(() => keptOnDevice(page), 'it lies on the device').toContain('"sealed"');
}
