import type { DocumentSummary, Page as Listed } from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';
import { SUPPORT } from '../homework';

test('a piece that opens in a rhythm from another day on is unseen until then, and can be stopped', async ({
  as,
  api,
}) => {
  const { items } = (await (await api('therapist')).get<Listed<DocumentSummary>>('/api/documents?limit=100'))
    .body;
  const id = items.find(({ title, state }) => title === SUPPORT && state === 'shared')?.id ?? '';
  const inDays = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  const therapist = await as('therapist');
  await therapist.goto(`/app/docs/${id}/share`);
  await therapist.getByRole('checkbox', { name: /^Maya Torres/u }).check();
  await therapist.getByRole('radio', { name: 'Again and again, until a day' }).check();
  await therapist.getByRole('radio', { name: 'Every week' }).check();
  await therapist.getByRole('button', { name: /^Send to Maya Torres/u }).click();
  await expect(therapist.getByRole('alert')).toContainText('Choose the last day');
  await therapist.getByLabel('The first day').fill(inDays(3));
  await therapist.getByLabel('The last day').fill(inDays(17));
  await expect(therapist.getByText('It opens 3 times')).toBeVisible();
  await expectAccessible(therapist, 'sharing in a rhythm');
  await therapist.getByRole('button', { name: /^Send to Maya Torres/u }).click();
  await expect(therapist.getByRole('heading', { name: 'It is on its way to 1 person' })).toBeVisible();
  await expect(therapist.getByText(/It comes every week, next on/u)).toBeVisible();

  const client = await as('client');
  await client.goto('/me');
  await expect(client.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(client.getByRole('link', { name: 'Who can see what I write' })).toBeVisible();
  await expect(client.getByText(SUPPORT)).toHaveCount(0);
  expect((await (await api('client')).get('/api/homework')).text).not.toContain(SUPPORT);

  await therapist.goto(`/app/docs/${id}/share`);
  await therapist.getByRole('button', { name: /^Open no more of it to Maya Torres/u }).click();
  await expect(therapist.getByText(/Nothing more opens since/u)).toBeVisible();
  await expect(therapist.getByRole('button', { name: /^Open no more of it/u })).toHaveCount(0);
});
