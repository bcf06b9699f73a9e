import type { FamilySummary } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import type { Route } from '@playwright/test';
import { LOOKS_LIKE, homeworkOf } from '../homework';
import { expect, expectAccessible, readingTest as test } from '../journey';
import { expectGoodState } from '../page-checks';

/** One page of each sort, and the request that brings what it shows. */
const PAGES = [
  { persona: 'therapist', path: '/app', asks: /\/api\/today$/u },
  { persona: 'therapist', path: '/app/families', asks: /\/api\/families(\?|$)/u },
  { persona: 'therapist', path: '/app/families/:family', asks: /\/api\/families\/[^/]+$/u },
  { persona: 'therapist', path: '/app/families/:family/responses', asks: /\/api\/.*\/responses(\?|$)/u },
  { persona: 'therapist', path: '/app/library', asks: /\/api\/templates(\?|$)/u },
  { persona: 'therapist', path: '/app/notebooks', asks: /\/api\/notebooks$/u },
  { persona: 'supervisor', path: '/app/away', asks: /\/api\/stand-ins$/u },
  { persona: 'supervisor', path: '/app/reviews', asks: /\/api\/reviews\?/u },
  { persona: 'mother', path: '/me', asks: /\/api\/homework(\?|$)/u },
  { persona: 'mother', path: '/me/sessions/:session', asks: /\/api\/me\/family-sessions\/[^/]+$/u },
  { persona: 'father', path: '/me/tasks/:sent/open', asks: /\/api\/homework\/[^/]+\/offers$/u },
  { persona: 'client', path: '/me/privacy', asks: /\/api\/me\/privacy$/u },
  { persona: 'admin', path: '/admin/people', asks: /\/api\/staff(\?|$)/u },
  { persona: 'admin', path: '/admin/records', asks: /\/api\/records$/u },
] as const;

const refuse = (status: number, code: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: code, status, code, reference: 'blue-heron-42' }),
  });

for (const { persona, path, asks } of PAGES) {
  test(`${path} says what it waits for and what went wrong, and tries again`, async ({ as, api }) => {
    const page = await as(persona);
    const address = path
      .replace(':family', await torresFamily(await api('therapist')))
      .replace(':sent', (await homeworkOf(await api('father'))).id)
      .replace(':session', await nextSession(await api('therapist')));
    const isAsked = async (answer: (route: Route) => Promise<void>): Promise<void> => {
      await page.unroute(asks);
      await page.route(asks, answer);
      await page.goto(address);
    };

    let letGo = (): void => undefined;
    const isLetGo = new Promise<void>((done) => (letGo = done));
    await isAsked(async (route) => {
      await isLetGo;
      await route.continue();
    });
    await expect(page.getByText('One moment…').first()).toBeAttached();
    await expectAccessible(page, `${path}, waiting`);
    letGo();
    await expect(page.getByText('One moment…')).toHaveCount(0);

    await isAsked(refuse(403, 'not-allowed'));
    await expect(page.getByText('This is not open to you').first()).toBeVisible();
    await expectGoodState(page, `${path}, not open`);

    await isAsked((route) => route.abort('internetdisconnected'));
    await expect(page.getByText('No connection').first()).toBeVisible();
    await expectGoodState(page, `${path}, offline`);

    await isAsked(refuse(500, 'unexpected'));
    await expect(page.getByText('That did not work').first()).toBeVisible();
    await expect(page.getByText('blue-heron-42').first()).toBeVisible();
    await expectGoodState(page, `${path}, failed`);
    await page.unroute(asks);
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(page.getByText('That did not work')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  });
}

test('what is not there, or somebody else’s, is not there for anybody', async ({ as, api }) => {
  const [father, mothers] = [await as('father'), await homeworkOf(await api('mother'))];
  await father.goto(`/me/tasks/${mothers.id}`);
  await expect(father.getByText('You no longer have access to this. Ask your therapist.')).toBeVisible();
  await expectGoodState(father, 'somebody else’s homework');
  const other = await as('other-therapist');
  await other.goto(`/app/docs/${mothers.documentId}`);
  await expect(other.getByText('There is nothing here')).toBeVisible();
  await expectGoodState(other, 'somebody else’s worksheet');
});

test('the sheet over a page whose session ended can be used by everybody', async ({ as, api, world }) => {
  const page = await as('brother');
  await page.goto(`/me/tasks/${(await homeworkOf(await api('brother'))).id}/q/${LOOKS_LIKE.number}`);
  const field = page.getByRole('textbox', { name: LOOKS_LIKE.question });
  await expect(field).toBeVisible();
  await page.request.post('/api/sign-out', { headers: { origin: world.origin } });
  await field.fill('Nobody should have to wait for this.');
  const sheet = page.getByRole('dialog', { name: 'Please sign in again' });
  await expect(sheet.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible(page, 'session over');
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab');
    const isOnSheet = await sheet.evaluate(
      // Between two rounds the keyboard is with the browser, and no element of the page has it.
      (element) => document.activeElement === document.body || element.contains(document.activeElement),
    );
    expect(isOnSheet, `the keyboard stays on the sheet, step ${step + 1}`).toBe(true);
  }
});

async function nextSession(api: ApiClient): Promise<string> {
  return (await api.get<{ items: readonly { id: string }[] }>('/api/sessions')).body.items[0]?.id ?? '';
}

async function torresFamily(therapist: ApiClient): Promise<string> {
  const { body } = await therapist.get<{ items: readonly FamilySummary[] }>('/api/families');
  return body.items.find(({ name }) => name === 'Torres family')?.id ?? '';
}
