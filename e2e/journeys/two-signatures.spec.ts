import type {
  Document,
  FamilySummary,
  Page as ListOf,
  Me,
  StaffMember,
  Supervision,
  WorksheetContent,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { expectSaved } from '../editor';
import { expect, expectAccessible, test } from '../journey';

const TITLE = 'A calm breakfast';
const CONTENT: WorksheetContent = {
  format: 1,
  language: 'en',
  whyItHelps: 'A calm start is easier to plan than to wish for.',
  whenAndWhere: '',
  minutes: null,
  blocks: [
    { kind: 'short-answer', id: 'good', question: 'What went well today?', help: '', optional: false },
  ],
};

test('two people sign before a family gets it, and the pair keeps a notebook of its own', async ({
  as,
  api,
}) => {
  test.setTimeout(180_000);
  const boss = await api('admin');
  const elena = await api('therapist');
  const martha = await api('supervisor');
  const jonas = await whoIs(await api('other-therapist'));
  await pairedAnew(boss, await whoIs(elena), jonas);

  await test.step('the admin says who signs second, and with which credentials the first one signs', async () => {
    const page = await as('admin');
    await page.goto('/admin/supervisions/new');
    await page.getByRole('combobox', { name: 'Supervisor', exact: true }).selectOption('Martha Okafor');
    await page.getByRole('combobox', { name: 'Therapist' }).selectOption('Elena Ruiz');
    await page
      .getByRole('combobox', { name: 'How strong' })
      .selectOption('Must approve, and somebody else co-signs');
    await page.getByRole('combobox', { name: 'Who co-signs' }).selectOption('Jonas Weber');
    await page.getByRole('checkbox', { name: 'Support plan' }).uncheck();
    await expectAccessible(page, 'a supervision with a second signature');
    await page.getByRole('button', { name: 'Add this supervision' }).click();
    await expect(
      page.getByText(
        'Jonas Weber co-signs: worksheets, role-play scripts, boundary plans, and plans of sessions.',
      ),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Martha Okafor' }).click();
    await page.getByRole('textbox', { name: 'Credentials' }).fill('LCSW');
    await page.getByRole('button', { name: 'Save these details' }).click();
    await expect(page.getByText('Saved. Martha Okafor is called so everywhere now.')).toBeAttached();
  });

  const id = await submitted(elena, martha);

  await test.step('the first signer approves, and is told that one signature is missing', async () => {
    const page = await as('supervisor');
    await page.goto('/app/reviews');
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('radio', { name: /^Approve/u }).check();
    await page.getByRole('button', { name: 'Approve for Elena Ruiz' }).click();
    await expect(
      page.getByRole('heading', { name: 'Approved. A second signature is still missing.' }),
    ).toBeFocused();
  });

  const therapist = await as('therapist');
  await test.step('nothing can be shared, and the page says whose signature is missing', async () => {
    await therapist.goto(`/app/docs/${id}/share`);
    await expect(therapist.getByRole('heading', { name: 'One signature is missing' })).toBeVisible();
    await expect(therapist.getByText('Jonas Weber has not co-signed it yet.')).toBeVisible();
    await expectAccessible(therapist, 'a share that waits for a signature');
  });

  await test.step('the second signer reads who signed before them, and signs the same text', async () => {
    const page = await as('other-therapist');
    await page.goto('/app/reviews');
    await page.getByRole('link', { name: TITLE }).click();
    await expect(page.getByRole('heading', { name: 'A second signature is asked of you' })).toBeVisible();
    await expect(
      page.getByText(/Signed by Martha Okafor, LCSW, .* Version 1, fingerprint [0-9a-f]{8}\./u),
    ).toBeVisible();
    await page.getByRole('radio', { name: /^Co-sign/u }).check();
    await expectAccessible(page, 'a review of the second signer');
    await page.getByRole('button', { name: 'Co-sign for Elena Ruiz' }).click();
    await expect(page.getByRole('heading', { name: 'Co-signed. Elena Ruiz may share it.' })).toBeFocused();
  });

  await test.step('both signatures stand in the history, and a note under them', async () => {
    await therapist.goto(`/app/docs/${id}/history`);
    await expect(therapist.getByText(/Signed by Martha Okafor, LCSW/u)).toBeVisible();
    await expect(therapist.getByText(/Co-signed by Jonas Weber/u)).toBeVisible();
    await therapist.getByText('Add a note to version 1').click();
    await therapist.getByRole('textbox', { name: 'Note' }).fill('Practised it in the session first.');
    await expectAccessible(therapist, 'a note being written under a signed version');
    await therapist.getByRole('button', { name: 'Sign the note' }).click();
    await expect(therapist.getByText('Practised it in the session first.')).toBeVisible();
    await expect(therapist.getByText(/Added by Elena Ruiz/u)).toBeVisible();
    await therapist.getByRole('link', { name: /What was said in the review.*Martha Okafor/u }).click();
    await expect(therapist.getByRole('heading', { level: 1, name: TITLE })).toBeFocused();
  });

  await test.step('what the two work on is read by the two', async () => {
    await therapist.goto('/app');
    await therapist.getByRole('link', { name: 'Supervision notebooks' }).click();
    await therapist.getByRole('link', { name: 'Martha Okafor, who supervises you' }).click();
    await expect(therapist.getByRole('heading', { name: 'Notebook with Martha Okafor' })).toBeFocused();
    await therapist.getByRole('textbox', { name: 'Goals' }).fill('Fewer questions at once.');
    await expectSaved(therapist);
    await expectAccessible(therapist, 'a notebook');
    const page = await as('supervisor');
    await page.goto('/app/notebooks');
    await page.getByRole('link', { name: 'Elena Ruiz, whom you supervise' }).click();
    await expect(page.getByRole('textbox', { name: 'Goals' })).toHaveValue('Fewer questions at once.');
  });
});

async function whoIs(client: ApiClient): Promise<string> {
  return (await client.get<Me>('/api/me')).body.person.id;
}

/** Martha supervises Elena no more, and Jonas, who is a supervisor from now on, reads what she submits. */
async function pairedAnew(boss: ApiClient, therapistId: string, supervisorId: string): Promise<void> {
  const { items } = (await boss.get<ListOf<Supervision>>('/api/supervisions')).body;
  for (const { id, therapist } of items)
    if (therapist.id === therapistId) await boss.post(`/api/supervisions/${id}/end`, {});
  await boss.post<StaffMember>(`/api/staff/${supervisorId}/roles`, { role: 'supervisor' });
  const fromOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
  const { status } = await boss.post('/api/supervisions', {
    ...{ supervisorId, therapistId, fromOn },
    strength: 'may-read',
  });
  expect(status).toBe(201);
}

async function submitted(therapist: ApiClient, supervisor: ApiClient): Promise<string> {
  const { items } = (await therapist.get<ListOf<FamilySummary>>('/api/families')).body;
  const familyId = items.find(({ name }) => name === 'Torres family')?.id;
  const { body: made } = await therapist.post<Document>('/api/documents', {
    kind: 'worksheet',
    title: TITLE,
    familyId,
  });
  await therapist.put(
    `/api/worksheets/${made.id}/draft`,
    { title: TITLE, content: CONTENT },
    { 'if-match': `"${made.revision}"` },
  );
  const supervisorId = await whoIs(supervisor);
  const { status } = await therapist.post(`/api/documents/${made.id}/submit`, { supervisorId, note: '' });
  expect(status).toBe(200);
  return made.id;
}
