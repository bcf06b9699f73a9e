import type { Family, FamilySummary, Page, Template } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { expectSaved } from '../editor';
import { expect, expectAccessible, test } from '../journey';

async function torresOf(therapist: ApiClient): Promise<Family> {
  const { items } = (await therapist.get<Page<FamilySummary>>('/api/families?limit=100')).body;
  const id = items.find(({ name }) => name === 'Torres family')?.id ?? '';
  return (await therapist.get<Family>(`/api/families/${id}`)).body;
}

test('a therapist finds a template by a slip of the finger, begins from it and keeps it for the practice', async ({
  as,
  api,
}) => {
  const torres = await torresOf(await api('therapist'));
  const page = await as('therapist');
  await page.goto(`/app/library?family=${torres.id}`);
  await page.getByRole('searchbox', { name: 'Look for something' }).fill('apologizng');
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByText('Nothing has these very words. These come close.')).toBeVisible();
  const card = page.getByRole('article', { name: 'Saying sorry' });
  await card.getByRole('button', { name: 'Read it' }).click();
  await expect(card.getByText('I shouted, and I slammed the door.')).toBeVisible();
  await expectAccessible(page, 'the library, a script found and opened');
  await card.getByRole('button', { name: 'Use this script' }).click();

  await page.getByRole('textbox', { name: /^Title of the/u }).fill('Saying sorry, our way');
  await expectSaved(page);
  await page.getByRole('link', { name: 'Keep as a template' }).click();
  await expect(page.getByRole('radio', { name: 'Its licence lets everybody use it' })).toBeChecked();
  await page.getByRole('radio', { name: 'Everybody on staff here' }).check();
  await page.getByRole('button', { name: 'Keep it in the library' }).click();
  await expect(page.getByRole('article', { name: 'Saying sorry, our way' })).toBeVisible();

  const colleague = await as('other-therapist');
  await colleague.goto('/app/library?shelf=practice');
  const theirs = colleague.getByRole('article', { name: 'Saying sorry, our way' });
  await expect(theirs.getByText('Kept for the practice by Elena Ruiz.')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Take back' })).toHaveCount(0);

  const admin = await as('admin');
  await admin.goto('/admin/people');
  await admin.getByRole('link', { name: 'Library' }).click();
  await admin.getByRole('combobox', { name: 'Whose' }).selectOption('practice');
  await expect(admin.getByRole('button', { name: 'Start from blank' })).toHaveCount(0);
  const taken = admin.getByRole('article', { name: 'Saying sorry, our way' });
  await taken.getByRole('button', { name: 'Take back' }).click();
  await taken.getByRole('button', { name: 'Take it back' }).click();
  await expect(taken).toHaveCount(0);
  await colleague.reload();
  await expect(theirs).toHaveCount(0);
});

test('what was begun from words without a right is held back, says why, and opens once the right is renewed', async ({
  as,
  api,
}) => {
  const therapist = await api('other-therapist');
  const { items } = (await therapist.get<Page<FamilySummary>>('/api/families?limit=100')).body;
  const familyId = items[0]?.id ?? '';
  const made = await therapist.post<{ id: string }>('/api/documents', {
    kind: 'worksheet',
    title: 'Feelings wheel',
    familyId,
    fromTemplateId: 'family-strengths',
  });
  const kept = await therapist.post<Template>('/api/templates', {
    documentId: made.body.id,
    title: 'Feelings wheel',
    shelf: 'own',
    tags: ['feelings'],
    source: 'A book on our shelf',
    licence: 'permission',
    licenceUntilOn: '2026-01-31',
  });
  const copy = await therapist.post<{ id: string }>(`/api/templates/${kept.body.id}/copy`, { familyId });

  const page = await as('other-therapist');
  await page.goto(`/app/docs/${copy.body.id}/share`);
  await expect(page.getByRole('heading', { name: 'The permission has run out' })).toBeVisible();
  await expectAccessible(page, 'sharing held back by a licence');

  await page.goto('/app/library?shelf=own');
  const card = page.getByRole('article', { name: 'Feelings wheel' });
  await expect(card.getByText('Not for sharing any more.')).toBeVisible();
  await card.getByRole('link', { name: 'Check it again' }).click();
  await page.getByLabel('Until which day?').fill('2030-12-31');
  await page.getByRole('button', { name: 'I checked it today' }).click();
  await expect(page.getByText(/The permission lasts until/u)).toBeVisible();

  await page.goto(`/app/docs/${copy.body.id}/share`);
  await expect(page.getByRole('heading', { name: 'The permission has run out' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Send/u })).toBeVisible();
});
