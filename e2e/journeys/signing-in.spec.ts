import type { DocumentSummary, Page as List } from '@common-ground/contract';
import { DEMO_PASSWORD, codeOf } from '@common-ground/testing';
import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { expect, expectAccessible, test } from '../journey';
import { keptOnDevice } from '../storage';

async function signInAsElena(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'I work here: sign in with e-mail' }).click();
  await page.getByLabel('E-mail').fill('elena@lakeside.example');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('One more step')).toBeVisible();
  await expectAccessible(page, 'the second step of signing in');
  await page.getByLabel('Code from your authenticator app').fill(codeOf());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Elena Ruiz$/u })).toBeVisible();
}

test('a therapist signs in with password and code, and is asked once more before she shares', async ({
  api,
  browse,
  world,
}) => {
  const documents = (await (await api('therapist')).get<List<DocumentSummary>>('/api/documents')).body.items;
  const shared = documents.find(({ state }) => state === 'shared');
  const page = await browse('desktop');
  await signInAsElena(page);

  const owner = new Client({ connectionString: world.database.ownerUrl });
  await owner.connect();
  await owner.query(`update signed_in set proven_at = now() - interval '6 minutes'`);
  await owner.end();

  await page.goto(`/app/docs/${shared?.id ?? ''}/share`);
  await page.getByRole('checkbox').first().check();
  await page.getByLabel(/^A few words along/u).fill('Only a few words.');
  await page.getByRole('button', { name: /^Send to/u }).click();

  const sheet = page.getByRole('dialog', { name: 'Is it still you?' });
  await expect(sheet).toBeVisible();
  await expectAccessible(page, 'the question whether it is still her');
  await sheet.getByLabel('Password').fill(DEMO_PASSWORD);
  await sheet.getByLabel('Code from your authenticator app').fill(codeOf(undefined, 1));
  await sheet.getByRole('button', { name: 'Go on' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'It is on its way to 1 person' })).toBeVisible();
  const { body } = await (
    await api('therapist')
  ).get<{ items: readonly { note: string | null }[] }>(`/api/documents/${shared?.id ?? ''}/shares`);
  expect(body.items.some(({ note }) => note === 'Only a few words.')).toBe(true);
});

test('a shared phone keeps nothing once somebody has signed out', async ({ browse }) => {
  const page = await browse('phone');
  await page.goto('/sign-in');
  await page.getByLabel('Your code').fill('ROSA-2468');
  await page.getByLabel('Your PIN').fill('246810');
  await expect(page.getByRole('radio', { name: 'Yes, others use it too' })).toBeChecked();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Go on' })).toBeVisible();
  const [cookie] = await page.context().cookies();
  expect(cookie?.expires, 'the cookie goes with the browser').toBe(-1);
  await page.goto('/sign-out');
  await expect(page.getByRole('heading', { level: 1, name: 'You are signed out' })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  expect(await keptOnDevice(page)).not.toMatch(/Rosa|Torres|Elena/u);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});
