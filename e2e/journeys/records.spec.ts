import { readFile } from 'node:fs/promises';
import type { Family, FamilySummary } from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';

const REASON = 'Maya called the front desk and nobody who leads her family can be reached.';

test('a colleague opens an emergency; the therapist is told, a second person judges it, and the client sees who looked', async ({
  as,
}) => {
  const jonas = await as('other-therapist');
  await jonas.goto('/app/families');
  await jonas.getByRole('link', { name: 'A client you do not lead needs somebody now' }).click();
  await jonas.getByRole('link', { name: 'Open emergency access' }).click();
  await expect(jonas.getByText('It lasts 60 minutes, or until you end it.')).toBeVisible();
  await jonas.getByRole('button', { name: 'Open for 60 minutes' }).click();
  await expect(jonas.getByRole('link', { name: 'Write the whole name of the client.' })).toBeVisible();
  await expectAccessible(jonas, 'an emergency without a name');
  await jonas.getByRole('textbox', { name: 'Name of the client' }).fill('Maya Torres');
  await jonas.getByRole('textbox', { name: 'Why it cannot wait' }).fill(REASON);
  await jonas.getByRole('button', { name: 'Open for 60 minutes' }).click();
  await expect(jonas.getByRole('heading', { level: 1, name: 'Torres family' })).toBeFocused();
  const banner = jonas.getByRole('region', { name: 'Emergency access' });
  await expect(banner).toContainText(/(59|60) more minutes/u);
  await expectAccessible(jonas, 'a family in an emergency');
  await jonas.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(jonas.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible(jonas, 'a document in an emergency');

  const therapist = await as('therapist');
  await therapist.goto('/app');
  const told = therapist.getByRole('region', { name: 'Emergency access' });
  await expect(told).toContainText('Jonas Weber opened emergency access to the Torres family');
  await told.getByRole('link', { name: 'Read why' }).click();
  await expect(therapist.getByText(REASON)).toBeVisible();
  await expect(therapist.getByRole('button', { name: 'It was in order' })).toHaveCount(0);

  await jonas.goto('/app/families');
  await banner.getByRole('button', { name: 'End it now' }).click();
  await expect(jonas.getByRole('heading', { level: 1, name: 'Emergency access' })).toBeFocused();
  await expect(banner).toHaveCount(0);
  await expect(jonas.getByText('It ended at')).toBeVisible();

  const admin = await as('admin');
  await admin.goto('/admin/people');
  await admin
    .getByRole('region', { name: 'Emergency access' })
    .getByRole('link', { name: 'Judge it' })
    .click();
  await expect(admin.getByRole('heading', { level: 1, name: 'Records' })).toBeFocused();
  await expect(admin.getByText('Jonas Weber (therapist) opened a family').first()).toBeVisible();
  await expect(admin.getByText(REASON)).toHaveCount(0);
  await expect(admin.getByText('Torres')).toHaveCount(0);
  await expectAccessible(admin, 'records with an emergency to judge');
  await admin.getByRole('button', { name: 'It was in order' }).click();
  await expect(admin.getByText('Priya Nair judged it on')).toBeVisible();

  await therapist.goto('/app');
  await expect(therapist.getByRole('link', { name: 'New worksheet' })).toBeVisible();
  await expect(told).toHaveCount(0);

  const client = await as('client');
  await client.goto('/me/privacy');
  await expect(
    client.getByText('Jonas Weber (another therapist) had emergency access to your family’s page').first(),
  ).toBeVisible();
});

test('a request to erase is decided with a reason, and what was given is taken along as a table', async ({
  as,
  api,
}) => {
  const [mother, elena] = [await api('mother'), await api('therapist')];
  const { items } = (await elena.get<{ items: readonly FamilySummary[] }>('/api/families')).body;
  const torres = items.find(({ name }) => name === 'Torres family');
  const { id } = (await elena.get<Family>(`/api/families/${torres?.id ?? ''}`)).body;
  await mother.post('/api/me/erasure', { familyId: id });

  const therapist = await as('therapist');
  await therapist.goto('/app');
  await therapist.getByRole('link', { name: 'Decide Rosa Torres' }).click();
  await expect(
    therapist.getByRole('heading', { level: 1, name: 'What was given, and requests to erase' }),
  ).toBeFocused();
  await therapist.getByRole('button', { name: 'Keep the answers of Rosa Torres' }).click();
  await therapist.getByRole('button', { name: 'Keep them and say why' }).click();
  await expect(therapist.getByRole('link', { name: 'Write why they have to be kept.' })).toBeVisible();
  await therapist
    .getByRole('textbox', { name: 'Why they have to be kept' })
    .fill('They belong to a record that has to be kept for seven years.');
  await expectAccessible(therapist, 'a request to erase being decided');
  await therapist.getByRole('button', { name: 'Keep them and say why' }).click();
  await expect(therapist.getByText('They were kept; this was decided on')).toBeVisible();

  const [file] = await Promise.all([
    therapist.waitForEvent('download'),
    therapist.getByRole('button', { name: 'Download as a table' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('disclosures.csv');
  expect(await readFile(await file.path(), 'utf8')).toContain('Rosa Torres');

  const rosa = await as('mother');
  await rosa.goto('/me/privacy');
  await expect(rosa.getByText('They belong to a record that has to be kept for seven years.')).toBeVisible();
});
