import type { Document, FamilySummary, Me, Page as List } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import type { Page } from '@playwright/test';
import { blockHolding, expectSaved, questionsInOrder } from '../editor';
import { expect, expectAccessible, test } from '../journey';

const asked = { help: '', optional: false };
const BLOCKS = [
  { kind: 'section', id: 'one', title: 'First' },
  { kind: 'yes-no', id: 'slept', question: 'Did you sleep?', ...asked, notSure: false },
  {
    kind: 'short-answer',
    id: 'kept',
    question: 'What kept you awake?',
    ...asked,
    onlyIf: { promptId: 'slept', test: 'is', value: 'no' },
  },
  { kind: 'section', id: 'two', title: 'Second' },
  {
    kind: 'single-choice',
    id: 'which',
    question: 'Which idea first?',
    ...asked,
    notSure: false,
    choices: [
      { id: 'walk', label: 'A walk' },
      { id: 'tea', label: 'Tea' },
    ],
  },
];

/** A draft for the Torres family, which two therapists lead from now on. */
async function sharedDraft(author: ApiClient, colleague: ApiClient): Promise<string> {
  const families = (await author.get<List<FamilySummary>>('/api/families')).body.items;
  const familyId = families.find(({ name }) => name === 'Torres family')?.id ?? '';
  const { person } = (await colleague.get<Me>('/api/me')).body;
  expect((await author.post(`/api/families/${familyId}/therapists`, { personId: person.id })).status).toBe(
    201,
  );
  const made = await author.post<Document>('/api/documents', {
    kind: 'worksheet',
    title: 'How we slept',
    familyId,
  });
  const { id, revision, content } = made.body;
  const saved = await author.put(
    `/api/worksheets/${id}/draft`,
    { title: 'How we slept', content: { ...content, blocks: BLOCKS } },
    { 'if-match': `"${revision}"` },
  );
  expect(saved.status).toBe(200);
  return id;
}

const wording = (page: Page, place: number) =>
  page.getByRole('textbox', { name: new RegExp(`^Block ${place}, (question|section|guidance)`, 'u') });

test('two therapists at one draft see where the other is, and both texts of one block are kept', async ({
  as,
  api,
}) => {
  const id = await sharedDraft(await api('therapist'), await api('other-therapist'));
  const [elena, other] = [await as('therapist'), await as('other-therapist')];
  await elena.goto(`/app/docs/${id}`);
  await other.goto(`/app/docs/${id}`);
  await wording(elena, 2).focus();

  await test.step('the colleague reads it at that block, and is not stopped', async () => {
    await wording(other, 5).focus();
    await expect(blockHolding(other, 2).getByText('Elena Ruiz is editing this block')).toBeVisible();
    await expectAccessible(other, 'a block that a colleague is in');
    await wording(other, 2).fill('Did you sleep well?');
    await expectSaved(other);
  });

  await test.step('what was written in the same block stands side by side until somebody has chosen', async () => {
    await wording(elena, 2).fill('Did you sleep at all?');
    const both = elena.getByRole('group', { name: 'Yes or no' });
    await expect(both.getByText('Did you sleep at all?')).toBeVisible();
    await expect(both.getByText('Did you sleep well?')).toBeVisible();
    await both.getByRole('radio', { name: 'Keep both' }).check();
    await elena.getByRole('button', { name: 'Go on with these texts' }).click();
    await expectSaved(elena);
    expect((await questionsInOrder(elena)).slice(1, 3)).toEqual([
      'Did you sleep at all?',
      'Did you sleep well?',
    ]);
  });

  await test.step('and nobody is named once they have gone', async () => {
    await elena.goto('/app');
    await wording(other, 5).focus();
    await expect(other.getByText('Elena Ruiz is editing this block')).toHaveCount(0);
  });
});

test('blocks move between sections by keyboard, lines become choices, and undo survives a reload', async ({
  as,
  api,
}) => {
  const id = await sharedDraft(await api('therapist'), await api('other-therapist'));
  const page = await as('therapist');
  await page.goto(`/app/docs/${id}`);
  await wording(page, 5).focus();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(page.getByText('Which idea first? moved to 4 of 5')).toBeAttached();
  expect(await questionsInOrder(page)).toEqual([
    'First',
    'Did you sleep?',
    'What kept you awake?',
    'Which idea first?',
    'Second',
  ]);
  await expect(wording(page, 4)).toBeFocused();

  await page.getByRole('textbox', { name: 'Block 4, choice 2' }).focus();
  await page.keyboard.press('End');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ' with honey\n- Music\n- A call');
    const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(pasted);
  });
  await expect(page.getByRole('textbox', { name: 'Block 4, choice 4' })).toHaveValue('A call');
  await expectSaved(page);

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Block 4, choice 4' })).toHaveValue('A call');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'Block 4, choice 4' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(wording(page, 5)).toHaveValue('Which idea first?');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(wording(page, 4)).toHaveValue('Which idea first?');
});

test('the preview has the family’s own fields, asks what the answers ask for, and is looked at as one person', async ({
  as,
  api,
}) => {
  const id = await sharedDraft(await api('therapist'), await api('other-therapist'));
  const page = await as('therapist');
  await page.goto(`/app/docs/${id}/preview`);
  const phone = page.getByRole('group', { name: 'The worksheet on a phone' });
  await expect(page.getByText('1 question is left out with these answers:')).toBeVisible();
  await phone.getByRole('button', { name: 'Start' }).click();
  await expect(phone.getByRole('heading', { name: 'Did you sleep?' })).toBeFocused();
  await expect(phone.getByText('Question 1 of 2')).toBeVisible();
  await phone.getByRole('radio', { name: 'No', exact: true }).check();
  await expect(phone.getByText('Question 1 of 3')).toBeVisible();
  await expect(page.getByText('is left out with these answers')).toHaveCount(0);
  await phone.getByRole('button', { name: 'Continue' }).click();
  await phone.getByRole('textbox', { name: 'What kept you awake?' }).fill('Noise');
  await expectAccessible(page, 'a preview being tried out');

  await page.getByRole('link', { name: 'See it as Rosa Torres (mother)' }).click();
  const seen = page.getByRole('region', { name: 'What Rosa Torres sees' });
  await expect(seen.getByText(/Elena Ruiz and Jonas Weber can read what you send/u)).toBeVisible();
});
