import type { Document, FamilySummary, Page as ListOf, WorksheetContent } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { expect, expectAccessible, test } from '../journey';

const [TITLE, BESIDE] = ['Sent with another one', 'What we tried before'] as const;

test('a therapist shows more of their work along with a document, and takes it off again', async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const elena = await api('therapist');
  const { id } = await write(elena, TITLE, 'What helps?');
  await write(elena, BESIDE, 'What did not help?');
  const page = await as('therapist');
  const supervisor = await as('supervisor');

  await test.step('it is ticked, and goes along', async () => {
    await page.goto(`/app/docs/${id}/submit`);
    await page.locator('summary', { hasText: 'What goes along' }).click();
    await page.getByRole('checkbox', { name: new RegExp(BESIDE, 'u') }).check();
    await expectAccessible(page, 'sending with something along');
    await page.getByRole('button', { name: 'Send to Martha Okafor' }).click();
    await expect(page.getByRole('heading', { name: 'It is with Martha Okafor' })).toBeFocused();
  });

  await test.step('whoever judges reads it there, and comes back', async () => {
    await supervisor.goto('/app/reviews');
    await supervisor.getByRole('link', { name: TITLE }).click();
    const along = supervisor.getByRole('region', { name: 'Attached by Elena Ruiz' });
    await expectAccessible(supervisor, 'a review with something along');
    await along.getByRole('link', { name: BESIDE }).click();
    await expect(supervisor.getByRole('heading', { level: 1, name: BESIDE })).toBeFocused();
    await expect(supervisor.getByText('What did not help?')).toBeVisible();
    await expectAccessible(supervisor, 'what goes along');
    await supervisor.getByRole('link', { name: 'The review', exact: true }).click();
    await expect(supervisor.getByRole('heading', { name: 'Your verdict' })).toBeVisible();
  });

  await test.step('taken off, it is gone for whoever judges', async () => {
    await page.getByRole('link', { name: 'Read it' }).click();
    await page.getByRole('button', { name: `Take off: ${BESIDE}` }).click();
    await expect(page.getByText(/taken off/u)).toBeVisible();
    await expectAccessible(page, 'a text that waits, with something taken off');
    await supervisor.reload();
    await expect(supervisor.getByRole('heading', { name: 'Your verdict' })).toBeVisible();
    await expect(supervisor.getByRole('region', { name: 'Attached by Elena Ruiz' })).toHaveCount(0);
    await supervisor.getByRole('link', { name: /^Notebook of Martha Okafor and Elena Ruiz/u }).click();
    await expect(supervisor.getByRole('heading', { name: 'Notebook with Elena Ruiz' })).toBeFocused();
  });
});

async function write(therapist: ApiClient, title: string, question: string): Promise<Document> {
  const { items } = (await therapist.get<ListOf<FamilySummary>>('/api/families')).body;
  const familyId = items.find(({ name }) => name === 'Torres family')?.id;
  const made = await therapist.post<Document>('/api/documents', { kind: 'worksheet', title, familyId });
  const content: WorksheetContent = {
    ...{ format: 1, language: 'en', whyItHelps: 'It helps to look back.', whenAndWhere: '', minutes: 5 },
    blocks: [{ kind: 'short-answer', id: 'told', question, help: '', optional: false }],
  };
  const { body } = await therapist.put<Document>(
    `/api/worksheets/${made.body.id}/draft`,
    { title, content },
    { 'if-match': `"${made.body.revision}"` },
  );
  return body;
}
