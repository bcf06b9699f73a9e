import type { Family, FamilySession, FamilySessionSummary, Page as List } from '@common-ground/contract';
import { openInReturn, sendForFamily } from '../homework';
import { expect, expectAccessible, test } from '../journey';

const COMPANY = 'How much company would you like today?';

test('in the hour two open an answer to each other, and it stands on the big screen once both said so', async ({
  as,
  api,
}) => {
  const { documentId } = await sendForFamily(await api('father'), {
    'kind-of-support': 'listen',
    company: 4,
  });
  const brothers = { 'kind-of-support': 'listen', 'looks-like': 'Somebody to play chess with.', company: 9 };
  await sendForFamily(await api('brother'), brothers);
  const server = await api('therapist');
  const [ahead] = (await server.get<List<FamilySessionSummary>>('/api/sessions')).body.items;
  const family = (await server.get<Family>(`/api/families/${ahead?.family.id ?? ''}`)).body;
  const planned = await server.post<FamilySession>(`/api/families/${family.id}/sessions`, {
    ...{ format: 'family-session', startsOn: '2027-02-02', startTime: '16:00' },
  });
  const { id } = planned.body;

  // Questions go onto the agenda while the hour is planned.
  const page = await as('therapist');
  await page.goto(`/app/sessions/${id}`);
  const entry = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('textbox', { name: 'What happens' }) });
  await entry.first().getByText('Fixed start and papers').click();
  await entry.first().getByRole('checkbox', { name: 'support', exact: false }).first().check();
  await entry.first().getByText('To open to each other').click();
  await entry.first().getByRole('checkbox', { name: COMPANY }).check();
  await expect(entry.first().getByText('One question to open')).toBeVisible();
  await expectAccessible(page, 'questions to open in the hour');
  await expect(page.getByRole('status').filter({ hasText: /^\s*Saved /u })).toBeVisible();

  const memberOf = (relation: string): string =>
    family.members.find((member) => member.relation === relation)?.id ?? '';
  const memberIds = [memberOf('father'), memberOf('brother')];
  const { plan, revision } = (await server.get<FamilySession>(`/api/sessions/${id}`)).body;
  expect(plan.agenda[0]?.reveals).toEqual([{ documentId, promptId: 'company' }]);
  const people = memberIds.map((member) => ({ side: 'family', id: member, role: 'participant' }));
  await server.put(
    `/api/sessions/${id}`,
    { ...plan, people: [...plan.people, ...people] },
    { 'if-match': `"${revision}"` },
  );
  await server.post(`/api/sessions/${id}/asked`, { memberIds });

  await page.goto(`/app/sessions/${id}/run`);
  await page.getByRole('button', { name: 'Begin the hour' }).click();
  const [father, brother] = [await as('father'), await as('brother')];
  for (const phone of [father, brother]) {
    await phone.goto(`/me/sessions/${id}`);
    await expect(phone.getByRole('heading', { level: 2, name: 'Your answers for this part' })).toBeVisible();
  }
  await expect(page.getByText('Not open yet')).toBeVisible();

  await openInReturn(father, COMPANY, { to: 'Leo Torres', onScreen: true });
  await expect(father.getByText('For Leo Torres. It opens once')).toBeVisible();
  await expect(brother.getByRole('main')).not.toContainText('David Torres');
  await openInReturn(brother, COMPANY, { to: 'David Torres', onScreen: false });
  for (const [phone, other] of [
    [father, 'Leo Torres'],
    [brother, 'David Torres'],
  ] as const)
    await expect(phone.getByText(`the one from ${other} are far apart`)).toBeVisible();
  // Open to each other, and still nothing that a screen may show: one of them did not say so.
  await expect(page.getByText('Not open yet')).toBeVisible();
  await expectAccessible(father, 'an answer that is open in the hour');

  await brother.getByRole('button', { name: `Change who reads it: ${COMPANY}` }).tap();
  await brother.getByRole('checkbox', { name: 'Also on the big screen' }).check();
  await brother.getByRole('button', { name: 'Open my answer', exact: true }).tap();
  await page.getByRole('button', { name: `Show it on this screen: ${COMPANY}` }).click();
  await expect(page.getByText('The numbers of David Torres and Leo Torres are far apart.')).toBeVisible();
  await page.getByRole('button', { name: 'Others see this screen: hide notes' }).click();
  await expect(page.getByText('The numbers of David Torres and Leo Torres are far apart.')).toBeVisible();
  await expectAccessible(page, 'what the big screen shows');

  // What everybody has seen stays open, and both phones say so.
  for (const phone of [father, brother]) {
    await expect(
      phone.getByText('Your session has seen it, so it stays open until the session ends.'),
    ).toBeVisible();
    await expect(phone.getByRole('button', { name: /^Close again/u })).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(father.getByRole('heading', { level: 2, name: 'Your answers for this part' })).toHaveCount(0);
});
