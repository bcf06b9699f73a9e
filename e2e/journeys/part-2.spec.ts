import type { Document, Family, FamilySummary, Page, Review, TaskSummary } from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';

test('in a family under 42 CFR Part 2 the notice and the consent stand with what was shared', async ({
  as,
  api,
}) => {
  const [therapist, supervisor, mother] = [
    await api('therapist'),
    await api('supervisor'),
    await api('mother'),
  ];
  const families = (await therapist.get<Page<FamilySummary>>('/api/families?limit=100')).body.items;
  const familyId = families.find(({ name }) => name === 'Torres family')?.id ?? '';
  const { members } = (await therapist.get<Family>(`/api/families/${familyId}`)).body;
  await therapist.put(`/api/families/${familyId}/part-2`, { part2: true });
  const request = {
    kind: 'worksheet',
    title: 'With a notice',
    familyId,
    fromTemplateId: 'grounding-together',
  };
  const { id, supervision } = (await therapist.post<Document>('/api/documents', request)).body;
  const submitted = await therapist.post<Document>(`/api/documents/${id}/submit`, {
    supervisorId: supervision[0]?.id,
    note: '',
  });
  const reviewId = submitted.body.review?.id ?? '';
  const { version } = (await supervisor.get<Review>(`/api/reviews/${reviewId}`)).body;
  await supervisor.post(`/api/reviews/${reviewId}/decision`, {
    verdict: 'approve',
    summary: '',
    versionHash: version.hash,
  });
  const memberIds = members.filter(({ relation }) => relation === 'mother').map((member) => member.id);
  expect((await therapist.post(`/api/documents/${id}/shares`, { memberIds })).status).toBe(201);

  const { items } = (await mother.get<Page<TaskSummary>>('/api/homework?limit=100')).body;
  const phone = await as('mother');
  await phone.goto(`/me/tasks/${items.find(({ title }) => title === 'With a notice')?.id ?? ''}`);
  const notice = phone.getByRole('region', { name: 'About the privacy of this page' });
  await expect(notice.getByText(/42 CFR Part 2/u)).toBeVisible();
  await expect(
    notice.getByRole('heading', { name: /^A copy of the consent that Maya Torres signed on/u }),
  ).toBeVisible();
  await expectAccessible(phone, 'homework with a notice');

  await phone.getByRole('link', { name: 'Print', exact: true }).tap();
  await expect(phone.getByRole('button', { name: 'Print this page' })).toBeVisible();
  await phone.emulateMedia({ media: 'print' });
  await expect(notice.getByText(/42 CFR Part 2/u)).toBeVisible();
});
