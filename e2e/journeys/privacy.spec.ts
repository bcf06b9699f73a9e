import { readFile } from 'node:fs/promises';
import type { Erasure, OwnWords, TaskSummary } from '@common-ground/contract';
import type { Page } from '@playwright/test';
import { SUPPORT } from '../homework';
import { expect, expectAccessible, test } from '../journey';

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).tap()]);
  await expect(page.getByText('Done. You find it with your downloads.')).toBeVisible();
  return readFile(await file.path(), 'latin1');
}

test('the mother takes a copy of what she wrote, asks to have it erased and is told that it was', async ({
  as,
  api,
}) => {
  const mother = await as('mother');
  await mother.goto('/me');
  await mother.getByRole('link', { name: 'Who can see what I write' }).tap();
  await expect(mother.getByText('If others use it too, they could open it.')).toBeVisible();
  const words = JSON.parse(await download(mother, 'Get it as a data file (JSON)')) as OwnWords;
  expect(words.homework.map(({ title }) => title)).toContain(SUPPORT);
  expect((await download(mother, 'Get it to read or print (PDF)')).slice(0, 5)).toBe('%PDF-');

  await mother.getByRole('button', { name: 'Ask to have my words erased' }).tap();
  await expectAccessible(mother, 'asked once more about erasing');
  await mother.getByRole('button', { name: 'Yes, ask for it' }).tap();
  await expect(mother.getByText('Your therapist has not decided yet.')).toBeVisible();

  const therapist = await api('therapist');
  const [asked] = (await (await api('mother')).get<{ items: readonly Erasure[] }>('/api/me/erasure')).body
    .items;
  await therapist.post(`/api/erasures/${asked?.id ?? ''}/carry-out`);
  await mother.reload();
  await expect(mother.getByText('Your words were erased on')).toBeVisible();
  await mother.goto('/me');
  await expect(mother.getByText('You have answered 0 of 7 questions.')).toBeVisible();
});

test('a copy that cannot come says so on the page, and comes after signing in again', async ({ as }) => {
  const mother = await as('mother');
  await mother.goto('/me/privacy', { waitUntil: 'networkidle' });
  await mother.context().clearCookies();
  await mother.getByRole('button', { name: 'Get it to read or print (PDF)' }).tap();
  await expect(mother.getByRole('dialog')).toContainText('Sign in');
  expect(mother.url()).toContain('/me/privacy');
});

test('the father leaves in two taps; nobody is told, and what he wrote is still his', async ({ as, api }) => {
  const [father, mother] = [await as('father'), await api('mother')];
  const before = (await mother.get<{ items: readonly TaskSummary[] }>('/api/homework')).text;
  await father.goto('/me/privacy');
  await father.getByRole('button', { name: 'Leave this family' }).tap();
  await father.getByRole('button', { name: 'Stay' }).tap();
  await father.getByRole('button', { name: 'Leave this family' }).tap();
  await father.getByRole('button', { name: 'Yes, leave' }).tap();
  await expect(father.getByRole('heading', { level: 1, name: 'You have left' })).toBeFocused();
  await expectAccessible(father, 'after leaving');
  const words = JSON.parse(await download(father, 'Get it as a data file (JSON)')) as OwnWords;
  expect(words.homework).not.toEqual([]);
  expect((await mother.get('/api/homework')).text).toBe(before);

  // Days later, with the code and the PIN: nothing is open, and the words are still there.
  await father.goto('/');
  await expect(father.getByRole('heading', { level: 1, name: 'Nothing is open for you now' })).toBeVisible();
  await father.getByRole('link', { name: 'What I wrote' }).tap();
  await expect(father.getByRole('heading', { level: 1, name: 'What I wrote' })).toBeVisible();
  await expect(father.getByRole('button', { name: 'Ask to have my words erased' })).toBeVisible();
});

test('the client sees what they agreed to and how the family would end', async ({ as }) => {
  const client = await as('client');
  await client.goto('/me/privacy');
  await expect(client.getByRole('heading', { name: 'Who may get pages about your care' })).toBeVisible();
  await expect(client.getByText('To end it, talk with your therapist.')).toBeVisible();
  await expect(client.getByRole('button', { name: 'Leave this family' })).toHaveCount(0);
  const words = JSON.parse(await download(client, 'Get it as a data file (JSON)')) as OwnWords;
  expect(words.consents.map(({ to }) => to?.displayName)).toContain('Rosa Torres');
});
