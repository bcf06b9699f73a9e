import type {
  Document,
  Family,
  FamilySession,
  FamilySessionSummary,
  Page as List,
  RolePlayScriptContent,
} from '@common-ground/contract';
import { shareWithMother } from '../homework';
import { expect, expectAccessible, test } from '../journey';

test('a script is played in the hour: her own line large on her phone, then whoever watched speaks first', async ({
  as,
  api,
}) => {
  const [server, supervisor] = [await api('therapist'), await api('supervisor')];
  const [ahead] = (await server.get<List<FamilySessionSummary>>('/api/sessions')).body.items;
  const family = (await server.get<Family>(`/api/families/${ahead?.family.id ?? ''}`)).body;
  const memberOf = (relation: string): string =>
    family.members.find((member) => member.relation === relation)?.id ?? '';
  const made = await server.post<Document>('/api/documents', {
    ...{ kind: 'role-play-script', title: 'A ride on Tuesday', familyId: family.id },
    fromTemplateId: 'asking-for-help',
  });
  const text = made.body.content as RolePlayScriptContent;
  const roles = text.roles.map((role, at) =>
    at === 0 ? { ...role, castTo: memberOf('mother'), castAs: 'Rosa' } : role,
  );
  const { id: documentId } = made.body;
  await server.put(
    `/api/role-play-scripts/${documentId}/draft`,
    { title: made.body.title, content: { ...text, roles } },
    { 'if-match': `"${made.body.revision}"` },
  );
  await shareWithMother(server, supervisor, documentId);
  const { id, plan, revision } = (
    await server.post<FamilySession>(`/api/families/${family.id}/sessions`, {
      ...{ format: 'family-session', startsOn: '2027-02-02', startTime: '16:00' },
    })
  ).body;
  const memberIds = [memberOf('mother'), memberOf('brother')];
  const people = memberIds.map((member) => ({ side: 'family', id: member, role: 'participant' }));
  const agenda = plan.agenda.map((entry, at) => (at === 0 ? { ...entry, documentIds: [documentId] } : entry));
  await server.put(
    `/api/sessions/${id}`,
    { ...plan, people: [...plan.people, ...people], agenda },
    { 'if-match': `"${revision}"` },
  );
  await server.post(`/api/sessions/${id}/asked`, { memberIds });

  const [first, second] = text.turns;
  const mothersRole = text.roles[0]?.name ?? '';
  const page = await as('therapist');
  await page.goto(`/app/sessions/${id}/run`);
  await page.getByRole('button', { name: 'Begin the hour' }).click();
  const [mother, brother] = [await as('mother'), await as('brother')];
  for (const phone of [mother, brother]) {
    await phone.goto(`/me/sessions/${id}`);
    await expect(phone.getByRole('heading', { level: 2, name: plan.agenda[0]?.title ?? '' })).toBeVisible();
  }

  // Which parts are played is chosen before: one way it could go is left out.
  const [way] = first?.branches ?? [];
  await page.getByText('Choose what to play of “A ride on Tuesday”').click();
  await expectAccessible(page, 'what to play of a script');
  await page.getByRole('checkbox', { name: new RegExp(way?.ifThey ?? '?', 'u') }).uncheck();
  await page.getByRole('button', { name: 'Play “A ride on Tuesday”' }).click();
  await expect(page.getByRole('heading', { level: 3, name: /^Line 1 of /u })).toBeFocused();
  const isMothers = first?.roleId === text.roles[0]?.id;
  const hers = mother.getByRole('heading', { level: 2, name: `Your line, as ${mothersRole}` });
  await expect(mother.getByText(first?.line ?? '', { exact: true })).toBeVisible();
  await expect(hers).toHaveCount(isMothers ? 1 : 0);
  await expect(brother.getByRole('main')).not.toContainText(first?.line ?? '');
  await expect(page.getByRole('button', { name: way?.ifThey ?? '?' })).toHaveCount(0);
  // The way to say it is chosen on her own phone, and the word to pause and the way out stand there.
  await mother.getByRole('button', { name: 'Softer' }).click();
  await expect(mother.getByText(first?.softer ?? '?', { exact: true })).toBeVisible();
  for (const words of [`Say “${text.pauseWord}” and everybody stops.`, text.optOut])
    await expect(mother.getByText(words)).toBeVisible();
  await page.getByRole('button', { name: 'Firmer' }).click();
  await expect(page.getByText(first?.firmer ?? '?', { exact: true })).toBeVisible();
  await expect(mother.getByText(first?.softer ?? '?', { exact: true })).toBeVisible();
  await expectAccessible(mother, 'a script that is played, on a phone');
  await expectAccessible(page, 'a script that is led');

  // A key that goes on with the agenda does not while a script is led.
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { level: 3, name: /^Line 1 of /u })).toBeVisible();
  await page.getByRole('button', { name: 'Next line' }).click();
  await expect(mother.getByText(second?.line ?? '', { exact: true })).toBeVisible();
  // From every line she comes to the one that calms down, alone, and back to where everybody is.
  const calm = text.turns.find(({ calmsDown }) => calmsDown);
  await mother.getByRole('button', { name: 'The line to calm down' }).click();
  await expect(mother.getByRole('heading', { level: 2, name: 'To calm down' })).toBeFocused();
  await expect(mother.getByText(calm?.line ?? '?', { exact: true })).toBeVisible();
  await expectAccessible(mother, 'the line to calm down, on a phone');
  await mother.getByRole('button', { name: 'Back to where everybody is' }).click();
  // Everybody pauses, and finds the same line again.
  await page.getByRole('button', { name: 'Pause and breathe' }).click();
  await expect(mother.getByRole('heading', { level: 2, name: 'A pause' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(mother.getByText(second?.line ?? '', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Calm down together' }).click();
  await expect(mother.getByText(calm?.line ?? '?', { exact: true })).toBeVisible();
  await expect(mother.getByRole('button', { name: 'The line to calm down' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Talk about it now' }).click();
  await expect(page.getByRole('heading', { level: 3, name: /^First whoever watched/u })).toBeFocused();
  await expect(mother.getByText('You played. Listen first.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(mother.getByRole('heading', { level: 2, name: /^Now whoever played/u })).toBeVisible();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(mother.getByRole('heading', { level: 2, name: 'Questions to talk about' })).toBeVisible();
  await page.getByRole('button', { name: 'We talked about it' }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'Play a script together' })).toBeFocused();
  await expect(mother.getByRole('heading', { level: 2, name: 'Questions to talk about' })).toHaveCount(0);
});
