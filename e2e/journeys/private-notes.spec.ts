import type { FamilySessionSummary, Page, PrivateNote } from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';

test('what a therapist writes about an hour for themselves is saved while it is typed, and is nobody else’s', async ({
  as,
  api,
}) => {
  const server = await api('therapist');
  const [ahead] = (await server.get<Page<FamilySessionSummary>>('/api/sessions')).body.items;
  const path = `/api/sessions/${ahead?.id ?? ''}/note`;

  const page = await as('therapist');
  await page.goto(`/app/sessions/${ahead?.id ?? ''}`);
  const mine = page.getByRole('region', { name: 'Only for you' });
  await mine.getByLabel('Before the hour').fill('Begin with what went well.');
  await mine.getByLabel('Psychotherapy notes').fill('I noticed how quiet it became.');
  await expect
    .poll(async () => (await server.get<PrivateNote>(path)).body)
    .toMatchObject({ preparation: 'Begin with what went well.', notes: 'I noticed how quiet it became.' });
  await expect(mine.getByRole('status')).toContainText('Saved');
  await expectAccessible(page, 'private notes');
  await page.reload();
  await expect(mine.getByLabel('Psychotherapy notes')).toHaveValue('I noticed how quiet it became.');

  await page.getByRole('link', { name: 'Lead this session' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Before you begin' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('quiet');
  for (const who of ['client', 'mother', 'supervisor', 'admin'] as const)
    expect((await (await api(who)).get(path)).status).toBe(404);
});
