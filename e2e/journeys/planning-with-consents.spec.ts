import type {
  Document,
  Family,
  FamilySession,
  FamilySessionSummary,
  Page as List,
} from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';

test('a plan says who may get its papers, and takes entries of an earlier hour', async ({ as, api }) => {
  const server = await api('therapist');
  const [ahead] = (await server.get<List<FamilySessionSummary>>('/api/sessions')).body.items;
  const family = (await server.get<Family>(`/api/families/${ahead?.family.id ?? ''}`)).body;
  const memberOf = (relation: string): string =>
    family.members.find((member) => member.relation === relation)?.id ?? '';
  const sheet = (
    await server.post<Document>('/api/documents', {
      ...{ kind: 'boundary-plan', title: 'Quiet after ten', familyId: family.id },
    })
  ).body;
  const plan = async (startsOn: string): Promise<FamilySession> =>
    (
      await server.post<FamilySession>(`/api/families/${family.id}/sessions`, {
        ...{ format: 'family-session', startsOn, startTime: '16:00' },
      })
    ).body;
  const earlier = await plan('2026-10-05');
  await server.put(
    `/api/sessions/${earlier.id}`,
    {
      ...{ ...earlier.plan, purpose: 'Calm evenings' },
      agenda: [
        {
          id: 'quiet',
          title: 'What quiet means to each',
          minutes: 17,
          fixedStart: '16:10',
          documentIds: [sheet.id],
        },
      ],
    },
    { 'if-match': `"${earlier.revision}"` },
  );
  const hour = await plan('2027-02-02');
  const people = ['client', 'mother', 'brother'].map((who) => ({
    ...{ side: 'family', id: memberOf(who), role: 'participant' },
  }));
  await server.put(
    `/api/sessions/${hour.id}`,
    { ...hour.plan, people: [...hour.plan.people, ...people] },
    { 'if-match': `"${hour.revision}"` },
  );

  const page = await as('therapist');
  await page.goto(`/app/sessions/${hour.id}`);
  const company = page.getByRole('region', { name: 'Who comes' });
  await expect(company.getByText('papers of this hour')).toHaveCount(0);

  const agenda = page.getByRole('region', { name: 'Agenda' });
  const titles = agenda.getByRole('textbox', { name: 'What happens' });
  const before = hour.plan.agenda.length;
  await expect(titles).toHaveCount(before);
  await agenda.getByText('Take an entry from an earlier hour').click();
  await agenda.getByLabel('From the hour of').selectOption(earlier.id);
  await expectAccessible(page, 'entries of an earlier hour');
  await agenda.getByRole('button', { name: 'Put on the agenda: What quiet means to each' }).click();
  await expect(titles).toHaveCount(before + 1);
  await expect(titles.last()).toHaveValue('What quiet means to each');
  await expect(titles.last()).toBeFocused();
  await expect(agenda.getByRole('spinbutton', { name: 'Minutes' }).last()).toHaveValue('17');
  await expect(agenda.getByRole('link', { name: 'Quiet after ten' })).toBeVisible();

  // The paper came along: who may get it, and what is missing, stands beside each who comes.
  const lineOf = (name: string) => company.getByRole('listitem').filter({ hasText: name });
  await expect(lineOf('Maya Torres')).toContainText(
    'The papers of this hour are part of their own treatment.',
  );
  await expect(lineOf('Rosa Torres')).toContainText('A consent covers the papers of this hour, until ');
  await expect(lineOf('Leo Torres')).toContainText('No consent covers “Quiet after ten” for them.');
  await expect(lineOf('David Torres')).not.toContainText('Quiet after ten');
  await expectAccessible(page, 'a plan with consents beside its people');
  // One step back takes the entry out, and what was said of its paper goes with it.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(titles).toHaveCount(before);
  await expect(lineOf('Leo Torres')).not.toContainText('Quiet after ten');
  await agenda.getByRole('button', { name: 'Put on the agenda: What quiet means to each' }).click();
  await expect
    .poll(async () => (await server.get<FamilySession>(`/api/sessions/${hour.id}`)).body.plan.agenda.at(-1))
    .toMatchObject({
      title: 'What quiet means to each',
      minutes: 17,
      fixedStart: null,
      documentIds: [sheet.id],
    });
  await lineOf('Leo Torres').getByRole('link', { name: 'Ask for consent for Leo Torres' }).click();
  await expect(page).toHaveURL(`/app/families/${family.id}/consents/new`);

  // To nobody of the family there is any of this.
  expect((await (await api('brother')).get(`/api/sessions/${hour.id}`)).status).toBe(404);
});
