import type { Document, FamilySummary, Page as ListOf, Me, WorksheetContent } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../journey';

const TITLE = 'Evenings at the table';
const asked = { help: '', optional: false };
const content = (question: string): WorksheetContent => ({
  format: 1,
  language: 'en',
  whyItHelps: 'A quiet evening is easier to plan than to wish for.',
  whenAndWhere: '',
  minutes: null,
  blocks: [
    { kind: 'guidance', id: 'intro', text: 'Think of one evening this week.' },
    { kind: 'short-answer', id: 'hard', question, ...asked },
    { kind: 'short-answer', id: 'good', question: 'What went well?', ...asked },
  ],
});

test('a supervisor reviews two rounds and never touches a mouse', async ({ as, api }) => {
  test.setTimeout(120_000);
  const therapist = await api('therapist');
  const supervisor = await api('supervisor');
  const draft = await write(therapist);
  await submit(therapist, supervisor, draft.id, 'For Thursday, please.');
  const page = await as('supervisor');
  const keys = new Keys(page);

  await test.step('narrows what waits to second rounds, finds none, and sees everything again', async () => {
    await page.goto('/app/reviews');
    await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
    await keys.tabTo(page.getByRole('checkbox', { name: 'Only second rounds and later' }));
    await keys.press('Space');
    await expect(page.getByText('Nothing that waits for you is like this.')).toBeVisible();
    await expect.poll(() => new URL(page.url()).search).toBe('?again=yes');
    await expectAccessible(page, 'a queue with nothing like this');
    await keys.use(button(page, 'Show everything'));
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(keys.taken()).toBeLessThanOrEqual(15);
  });

  await test.step('finds what waits, and opens it', async () => {
    const link = page.getByRole('link', { name: TITLE });
    await expect(link).toBeVisible();
    for (let step = 0; step < 10 && !(await isFocused(link)); step += 1) await keys.press('j');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeFocused();
    await expect(page.getByText('For Thursday, please.')).toBeVisible();
    expect(keys.taken()).toBeLessThanOrEqual(8);
  });

  await test.step('reads part by part', async () => {
    await expect(page.getByText('0 of 3 parts read.')).toBeVisible();
    await keys.use(button(page, 'Mark as read: Think of one evening this week.'));
    await expect(button(page, 'Read Think of one evening this week. Show')).toBeFocused();
    await keys.use(button(page, 'Mark as read: What went well?'));
    await expect(page.getByText('2 of 3 parts read.', { exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: /What went well\?/u })).toBeHidden();
    expect(keys.taken()).toBeLessThanOrEqual(8);
  });

  await test.step('comments on a part and asks for changes', async () => {
    // The part stands above the one that was marked last.
    await keys.use(button(page, 'Comment on: Why is it hard?'), 'Shift+Tab');
    await expect(page.getByRole('textbox', { name: 'Comment on: Why is it hard?' })).toBeFocused();
    await page.keyboard.type('“Why” sounds like blame.');
    await keys.use(button(page, 'Add comment'));
    await expect(page.getByText('not sent yet')).toBeVisible();
    await keys.tabTo(page.getByRole('radio', { name: /^Approve/u }));
    await keys.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /^Ask for changes/u })).toBeChecked();
    await expect(page.getByText('You have marked 2 of 3 parts as read.')).toBeVisible();
    await expectAccessible(page, 'a review half read');
    await keys.use(button(page, 'Ask Elena Ruiz for changes'));
    await expect(page.getByRole('heading', { name: 'Elena Ruiz has your comments' })).toBeFocused();
    expect(keys.taken()).toBeLessThanOrEqual(80);
  });

  await test.step('is shown what changed in the second round, with the comment beside it', async () => {
    await therapist.put(
      `/api/worksheets/${draft.id}/draft`,
      { title: TITLE, content: content('What makes it hard?') },
      { 'if-match': `"${draft.revision}"` },
    );
    await submit(therapist, supervisor, draft.id, '');
    await keys.use(page.getByRole('link', { name: 'Back to Reviews' }));
    await keys.use(page.getByRole('link', { name: TITLE }));
    await expect(page.getByText('This is round 2.')).toBeVisible();
    const here = page.getByRole('group', { name: 'Changed here: What makes it hard?' });
    await expect(here).toContainText('Reworded from “Why is it hard?” to “What makes it hard?”.');
    await expect(page.getByText('2 of 3 parts read.', { exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: /What makes it hard\?/u })).toBeVisible();
    await expect(page.getByRole('heading', { name: /What went well\?/u })).toBeHidden();
    await expect(page.getByText('“Why” sounds like blame.')).toBeVisible();
    expect(keys.taken()).toBeLessThanOrEqual(40);
  });

  await test.step('settles it, reads the rest again with one act, and approves', async () => {
    await keys.use(button(page, 'Show everything'));
    await expect(page.getByRole('heading', { name: /What went well\?/u })).toBeVisible();
    await keys.use(button(page, 'Fold again'), null);
    await keys.use(button(page, 'Mark as settled: “Why” sounds like blame.'));
    await expect(page.getByText('1 settled comment')).toBeFocused();
    await keys.use(button(page, 'Mark as read: What makes it hard?'));
    await expect(page.getByText('3 of 3 parts read.', { exact: true })).toBeVisible();
    await keys.tabTo(page.getByRole('radio', { name: /^Approve/u }));
    await keys.press('Space');
    await keys.use(button(page, 'Approve for Elena Ruiz'));
    await expect(page.getByRole('heading', { name: 'Approved. Elena Ruiz may share it.' })).toBeFocused();
    const next = page.getByRole('link', { name: /^Next: / });
    await expect(next).toBeVisible();
    await keys.use(next);
    await expect(page.getByRole('heading', { name: 'Your verdict' })).toBeVisible();
    expect(keys.taken()).toBeLessThanOrEqual(100);
  });
});

async function write(therapist: ApiClient): Promise<Document> {
  const { items } = (await therapist.get<ListOf<FamilySummary>>('/api/families')).body;
  const familyId = items.find(({ name }) => name === 'Torres family')?.id;
  const made = await therapist.post<Document>('/api/documents', {
    kind: 'worksheet',
    title: TITLE,
    familyId,
  });
  const saved = await therapist.put<Document>(
    `/api/worksheets/${made.body.id}/draft`,
    { title: TITLE, content: content('Why is it hard?') },
    { 'if-match': `"${made.body.revision}"` },
  );
  return saved.body;
}

async function submit(therapist: ApiClient, supervisor: ApiClient, id: string, note: string): Promise<void> {
  const supervisorId = (await supervisor.get<Me>('/api/me')).body.person.id;
  const { status } = await therapist.post(`/api/documents/${id}/submit`, { supervisorId, note });
  expect(status).toBe(200);
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === element.ownerDocument.activeElement);
}

/** Keys as somebody without a mouse presses them, counted; words that are typed are what they have to say. */
class Keys {
  private pressed = 0;

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.page.keyboard.press(key);
  }

  async tabTo(target: Locator, key = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let step = 0; step < 80 && !(await isFocused(target)); step += 1) await this.press(key);
    await expect(target).toBeFocused();
  }

  /** With no key to walk by, the cursor has to stand there already. */
  async use(target: Locator, key: string | null = 'Tab'): Promise<void> {
    if (key === null) await expect(target).toBeFocused();
    else await this.tabTo(target, key);
    await this.press('Enter');
  }

  /** How many it took since this was asked last. */
  taken(): number {
    const taken = this.pressed;
    this.pressed = 0;
    return taken;
  }
}
