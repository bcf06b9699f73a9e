import type { Document, FamilySummary, Page as Listed, TaskSummary } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../journey';
import { expectQuiet } from '../watch';

const NOTE = 'No hurry with this one.';

/** All that is read there, in one line, once everything has come. */
async function wordsIn(page: Page, region: string): Promise<string> {
  await expect(page.locator(`${region} h1`)).toBeVisible();
  await expectQuiet(page);
  return (await page.locator(region).innerText()).replace(/\s+/gu, ' ').trim();
}

/** Begun from a template for the Torres family, and approved. */
async function approvedFrom(
  staff: ApiClient,
  judge: ApiClient,
  kind: Document['kind'],
  template: string,
): Promise<Document> {
  const families = (await staff.get<Listed<FamilySummary>>('/api/families?limit=100')).body.items;
  const { body: begun } = await staff.post<Document>('/api/documents', {
    kind,
    title: 'Seen as one of them',
    fromTemplateId: template,
    familyId: families.find(({ name }) => name === 'Torres family')?.id,
  });
  const { body: sent } = await staff.post<Document>(`/api/documents/${begun.id}/submit`, {
    supervisorId: begun.supervision[0]?.id,
    note: '',
  });
  const decided = await judge.post(`/api/reviews/${sent.review?.id ?? ''}/decision`, {
    verdict: 'approve',
    summary: '',
    versionHash: sent.version?.hash,
  });
  expect(decided.status).toBeLessThan(300);
  return begun;
}

async function pieceOf(somebody: ApiClient): Promise<string> {
  const { items } = (await somebody.get<Listed<TaskSummary>>('/api/homework?limit=100')).body;
  return items.find(({ title }) => title === 'Seen as one of them')?.id ?? '';
}

const LOOKED_AT = 'section.phone';

test('what a therapist sees as Maya is what Maya sees once it is sent, to the word, and nothing can be answered there', async ({
  as,
  api,
}) => {
  const { id } = await approvedFrom(
    await api('therapist'),
    await api('supervisor'),
    'worksheet',
    'coming-home',
  );
  const page = await as('therapist');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const [due, until] = [10, 20].map((days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
  );

  await page.goto(`/app/docs/${id}/share`);
  await page.getByRole('checkbox', { name: /Maya Torres/u }).check();
  await page.getByLabel('A day you hope for (optional)').fill(due ?? '');
  await page.getByLabel('Open until (optional)').fill(until ?? '');
  await page.getByRole('textbox', { name: 'A few words along with it (optional)' }).fill(NOTE);
  await page.getByRole('link', { name: 'See it as Maya Torres' }).click();

  const looked: string[] = [await wordsIn(page, LOOKED_AT)];
  expect(looked[0]).toContain(NOTE);
  await expect(page.getByText('Nothing can be answered, saved or sent here.')).toBeVisible();
  await expectAccessible(page, 'a worksheet seen as one of the family');
  await expect(page.getByRole('button', { name: 'Not this week' })).toBeDisabled();
  await page
    .locator(LOOKED_AT)
    .getByRole('link', { name: /^Start/u })
    .click();
  const questions = Number((await page.locator(`${LOOKED_AT} .of`).innerText()).match(/\d+$/u)?.[0]);
  expect(questions).toBeGreaterThan(1);
  for (let number = 1; number <= questions; number += 1) {
    await expect(page.locator(`${LOOKED_AT} .of`)).toContainText(`Question ${number} of`);
    looked.push(await wordsIn(page, LOOKED_AT));
    for (const field of await page.locator(LOOKED_AT).locator('input, textarea, select').all())
      await expect(field).toBeDisabled();
    await page.locator(LOOKED_AT).getByRole('button', { name: 'Continue' }).click();
  }
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible();
  looked.push(await wordsIn(page, LOOKED_AT));
  // It says that it cannot be used; whoever presses it all the same sends nothing.
  await page
    .locator(LOOKED_AT)
    .getByRole('button', { name: /^Send to/u })
    .click({ force: true });
  await page.locator(LOOKED_AT).getByRole('link', { name: 'Back' }).click();
  await page.locator(LOOKED_AT).getByRole('link', { name: 'My privacy' }).click();
  await expect(page.getByRole('heading', { name: 'This is Maya Torres’s own page' })).toBeVisible();
  await expectAccessible(page, 'where only its owner goes');

  await page.getByRole('link', { name: 'Back to sharing' }).click();
  await expect(page.getByRole('checkbox', { name: /Maya Torres/u })).toBeChecked();
  await expect(page.getByLabel('A day you hope for (optional)')).toHaveValue(due ?? '');
  await expect(page.getByRole('textbox', { name: 'A few words along with it (optional)' })).toHaveValue(NOTE);
  expect(asked.filter((line) => /^(?!GET).*(homework|answers)/u.test(line))).toEqual([]);
  await page.getByRole('button', { name: 'Send to Maya Torres (client)' }).click();
  await expect(page.getByText('It is on its way to 1 person')).toBeVisible();

  const piece = await pieceOf(await api('client'));
  const phone = await as('client');
  const pages = ['', ...looked.slice(1, -1).map((_words, at) => `/q/${at + 1}`), '/check'];
  for (const [at, path] of pages.entries()) {
    await phone.goto(`/me/tasks/${piece}${path}`);
    if (path !== '' && path !== '/check')
      await expect(phone.locator('main .of')).toContainText(`Question ${at} of`);
    expect(await wordsIn(phone, 'main'), path).toBe(looked[at]);
  }
});

test('a script is seen in the language of whoever it is for, as they read and practise it', async ({
  as,
  api,
}) => {
  expect((await (await api('mother')).put('/api/me/language', { language: 'es' })).status).toBe(204);
  const { id } = await approvedFrom(
    await api('therapist'),
    await api('supervisor'),
    'role-play-script',
    'asking-for-help',
  );
  const page = await as('therapist');
  await page.goto(`/app/docs/${id}/preview`);
  await page.getByRole('link', { name: 'See it as Rosa Torres (mother)' }).click();
  await expect(page.getByText('You see what Rosa Torres (mother) gets.')).toBeVisible();
  // How a script is set comes apart from the page around it.
  await expect(page.locator(LOOKED_AT).getByText('Turno a turno')).toBeVisible();
  const read = await wordsIn(page, LOOKED_AT);
  await page.locator(LOOKED_AT).getByRole('button', { name: 'Ya lo leí' }).click({ force: true });
  await page.locator(LOOKED_AT).getByRole('link', { name: 'Practicarlo' }).click();
  await expect(page).toHaveURL(/\/practise$/u);
  const practised = await wordsIn(page, LOOKED_AT);
  await expectAccessible(page, 'a script seen as one of the family');
  await page.getByRole('link', { name: 'Back to sharing' }).click();
  await page.getByRole('checkbox', { name: /Rosa Torres/u }).check();
  await page.getByRole('button', { name: 'Send to Rosa Torres' }).click();
  await expect(page.getByText('It is on its way to 1 person')).toBeVisible();

  const piece = await pieceOf(await api('mother'));
  const phone = await as('mother');
  await phone.goto(`/me/items/${piece}`);
  await expect(phone.getByText('Turno a turno')).toBeVisible();
  expect(await wordsIn(phone, 'main')).toBe(read);
  await phone.goto(`/me/items/${piece}/practise`);
  expect(await wordsIn(phone, 'main')).toBe(practised);
});
