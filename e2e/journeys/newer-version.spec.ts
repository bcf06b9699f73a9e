import type {
  Document,
  DocumentSummary,
  Family,
  FamilySummary,
  Me,
  Page as Listed,
  Review,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { expect, expectAccessible, test } from '../journey';
import { homeworkOf, SUPPORT } from '../homework';

/** Reopened, changed in its first words of guidance, and approved. */
async function writeAnew(therapist: ApiClient, supervisor: ApiClient): Promise<Document> {
  const { items } = (await therapist.get<Listed<DocumentSummary>>('/api/documents?limit=100')).body;
  const id = items.find(({ title, state }) => title === SUPPORT && state === 'shared')?.id ?? '';
  const { revision, content } = (await therapist.post<Document>(`/api/documents/${id}/reopen`)).body;
  await therapist.put(
    `/api/worksheets/${id}/draft`,
    { title: SUPPORT, content: { ...content, whyItHelps: 'It is easier to ask for what has a name.' } },
    { 'if-match': `"${revision}"` },
  );
  const supervisorId = (await supervisor.get<Me>('/api/me')).body.person.id;
  const submitted = await therapist.post<Document>(`/api/documents/${id}/submit`, { supervisorId, note: '' });
  const review = `/api/reviews/${submitted.body.review?.id ?? ''}`;
  const { version } = (await supervisor.get<Review>(review)).body;
  const decision = { verdict: 'approve', summary: '', versionHash: version.hash };
  expect((await supervisor.post(`${review}/decision`, decision)).status).toBe(200);
  return (await therapist.get<Document>(`/api/documents/${id}`)).body;
}

test('whoever has not begun gets the newer version, and who answers it again is read over time', async ({
  as,
  api,
}) => {
  const [elena, father] = [await api('therapist'), await api('father')];
  const { id } = await writeAnew(elena, await api('supervisor'));

  const therapist = await as('therapist');
  await therapist.goto(`/app/docs/${id}/share`);
  await therapist.getByRole('button', { name: /^Give the newer version in place of this one/u }).click();
  await expect(therapist.getByText(/Leo Torres \(brother\) has not begun, and gets version/u)).toBeFocused();
  await expect(therapist.getByText(/have begun or sent it, and keep version/u)).toBeVisible();
  await expectAccessible(therapist, 'before the newer version is given');
  await therapist.getByRole('button', { name: 'Give it to Leo Torres (brother)' }).click();
  await expect(therapist.getByText(/Done\. Leo Torres \(brother\) has version/u)).toBeVisible();

  await therapist.getByRole('link', { name: 'Remind those who are not done: Leo Torres (brother)' }).click();
  await expect(therapist.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(therapist.getByText('No mail leaves this practice')).toBeVisible();
  await expect(therapist.getByRole('listitem').filter({ hasText: 'Leo Torres (brother)' })).toContainText(
    'No e-mail address of theirs alone is written down as a safe way.',
  );
  await therapist.getByRole('link', { name: 'What kind of support' }).click();
  await expect(therapist).toHaveURL(new RegExp(`/app/docs/${id}/share$`, 'u'));

  const brother = await as('brother');
  await brother.goto('/me');
  await expect(brother.getByText('It is easier to ask for what has a name.')).toBeVisible();
  expect(JSON.stringify((await homeworkOf(await api('mother'))).content)).not.toContain('what has a name');

  // The father, who has sent the first, is given the newer one too.
  const families = (await elena.get<Listed<FamilySummary>>('/api/families')).body.items;
  const torres = families.find(({ name }) => name === 'Torres family')?.id ?? '';
  const { members } = (await elena.get<Family>(`/api/families/${torres}`)).body;
  const memberIds = members.filter(({ relation }) => relation === 'father').map((member) => member.id);
  expect((await elena.post(`/api/documents/${id}/shares`, { memberIds })).status).toBe(201);
  const anew = await homeworkOf(father);
  for (const [promptId, value] of Object.entries({ 'looks-like': 'An evening off', company: 7 })) {
    await father.put(
      `/api/homework/${anew.id}/answers/${promptId}`,
      { value, visibility: 'therapist' },
      { 'if-match': '"0"' },
    );
  }
  expect((await father.post(`/api/homework/${anew.id}/send`)).status).toBe(200);

  await therapist.goto(`/app/families/${torres}/responses`);
  await therapist.getByRole('link', { name: 'Over time' }).click();
  const davids = therapist.getByRole('region', { name: 'David Torres (father)' });
  await expect(davids.getByText('An evening off')).toBeVisible();
  await expect(davids.getByText(/Sent .+, version/u).first()).toBeVisible();
  await expectAccessible(therapist, 'answers over time');
});
