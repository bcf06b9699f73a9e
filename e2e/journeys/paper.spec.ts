import { readFile } from 'node:fs/promises';
import type { Persona } from '@common-ground/testing';
import { SUPPORT, homeworkOf } from '../homework';
import { expect, readingTest as test } from '../journey';

test('the therapist downloads a blank sheet as a tagged PDF', async ({ as, api }) => {
  const page = await as('therapist');
  const { documentId } = await homeworkOf(await api('mother'));
  await page.goto(`/app/docs/${documentId}`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download PDF' }).click();
  const download = await downloading;
  expect(download.suggestedFilename(), 'the name tells nothing').toBe('worksheet.pdf');
  expectTagged(await readFile(await download.path()));
});

test('the mother saves her answers as a PDF, and nobody else in the family can', async ({ as, api }) => {
  const page = await as('mother');
  const { id, documentId } = await homeworkOf(await api('mother'));
  await page.goto(`/me/tasks/${id}`);
  const link = page.getByRole('link', { name: 'Save as PDF' });
  const address = await link.getAttribute('href');
  expect(address).toBe(`/api/homework/${id}/pdf`);
  const answer = await page.request.get(address ?? '');
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expectTagged(await answer.body());

  const strangers: Persona[] = ['father', 'brother', 'client', 'admin', 'other-therapist', 'outsider'];
  for (const persona of strangers) {
    expect((await (await api(persona)).get(address ?? '')).status, `${persona}, her answers`).toBe(404);
  }
  for (const persona of ['client', 'other-client', 'other-therapist', 'admin', 'outsider'] as const) {
    const blank = await (await api(persona)).get(`/api/documents/${documentId}/pdf`);
    expect(blank.status, `${persona}, the blank sheet`).toBe(404);
  }
});

test('a family member asks for large letters and a plain page in front', async ({ as, api }) => {
  const page = await as('mother');
  const { id } = await homeworkOf(await api('mother'));
  await page.goto(`/me/tasks/${id}`);
  await page.getByRole('checkbox', { name: 'Large letters' }).check();
  await page.getByRole('checkbox', { name: /^A plain page in front/u }).check();
  const address = `/api/homework/${id}/pdf?type=large&cover=plain`;
  await expect(page.getByRole('link', { name: 'Save as PDF' })).toHaveAttribute('href', address);
  const pdf = await (await page.request.get(address)).body();
  expectTagged(pdf);
  // What a printer's display shows is the name the file gives itself; questions have bookmarks all the same.
  const namesItself = (file: Buffer): boolean =>
    [...file.toString('latin1').matchAll(/\/Title \(([^)]*)\)/gu)].some(([, name]) => name === SUPPORT);
  expect(namesItself(pdf), 'a printer’s display does not tell').toBe(false);
  const open = await (await page.request.get(`/api/homework/${id}/pdf`)).body();
  expect(namesItself(open), 'without a cover it does').toBe(true);
});

test('printed, a preview is the sheet alone', async ({ as, api }) => {
  const page = await as('therapist');
  const { documentId } = await homeworkOf(await api('mother'));
  await page.goto(`/app/docs/${documentId}/preview`);
  await expect(page.getByRole('heading', { level: 1, name: 'As the family will see it' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1, name: SUPPORT })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What would that look like?' })).toBeVisible();
  await expect(page.getByText('Call 988')).toBeVisible();
  for (const role of ['navigation', 'banner', 'button', 'textbox'] as const) {
    await expect(page.getByRole(role), `no ${role} on paper`).toHaveCount(0);
  }
});

test('printed, answered homework is the sheet alone, with the numbers to call', async ({ as, api }) => {
  const page = await as('mother');
  const { id } = await homeworkOf(await api('mother'));
  await page.goto(`/me/tasks/${id}/print`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1, name: SUPPORT })).toBeVisible();
  await expect(page.getByText('Somebody to drive Leo on Tuesdays')).toBeVisible();
  await expect(page.getByText('crisis line 988')).toBeVisible();
  for (const role of ['navigation', 'banner', 'button', 'link', 'textbox'] as const) {
    await expect(page.getByRole(role), `no ${role} on paper`).toHaveCount(0);
  }
});

/** A PDF that screen readers can walk through: it carries a tree of its structure and says which language it is in. */
function expectTagged(pdf: Buffer): void {
  const text = pdf.toString('latin1');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text).toContain('/StructTreeRoot');
  expect(text).toContain('/Lang');
}
