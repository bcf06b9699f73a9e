import type { AskedSession, FamilySession, FamilySessionSummary, Page } from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';

test('a therapist asks two people to an hour, a mother answers on her phone, and the therapist reads it', async ({
  as,
  api,
}) => {
  const server = await api('therapist');
  const [ahead] = (await server.get<Page<FamilySessionSummary>>('/api/sessions')).body.items;
  const { id, plan, revision, candidates } = (
    await server.get<FamilySession>(`/api/sessions/${ahead?.id ?? ''}`)
  ).body;
  const idOf = (relation: string): string =>
    candidates.find((one) => one.relation === relation)?.memberId ?? '';
  // As it is before anybody was asked, and with the father in it.
  for (const relation of ['mother', 'client'])
    await server.post(`/api/sessions/${id}/asked/${idOf(relation)}/take-back`);
  await server.put(
    `/api/sessions/${id}`,
    {
      ...plan,
      timeZone: 'Asia/Kolkata',
      people: [...plan.people, { side: 'family', id: idOf('father'), role: 'participant' }],
    },
    { 'if-match': `"${revision}"` },
  );

  const page = await as('therapist');
  await page.goto(`/app/sessions/${id}`);
  await expect(page.getByRole('navigation', { name: 'Where you are' }).getByRole('link')).toHaveText([
    'Families',
    'Torres family',
  ]);
  const asked = page.getByRole('region', { name: 'Who is asked' });
  await asked.getByRole('checkbox', { name: /^Maya Torres/u }).uncheck();
  await asked.getByRole('button', { name: /^Ask Rosa Torres and David Torres$/u }).click();
  const mothers = asked.getByRole('listitem').filter({ hasText: 'Rosa Torres' });
  await expect(mothers).toContainText('no answer yet');
  await expect(asked.getByRole('heading', { name: 'Who is asked' })).toBeFocused();
  await expect(asked.getByRole('checkbox', { name: /^Maya Torres/u })).not.toBeChecked();
  await expectAccessible(page, 'a plan with people who are asked');

  // One sentence on her first page; everything else on a page of its own.
  const phone = await as('mother');
  await phone.goto('/me');
  const mine = phone.getByRole('region', { name: 'You are asked to come' });
  await expect(mine.getByRole('listitem')).toHaveCount(1);
  await expect(mine).toContainText('By your clock');
  await mine.getByRole('link', { name: /^Family session, /u }).click();
  await expect(phone.getByRole('heading', { level: 1, name: /^Family session, / })).toBeFocused();
  await expect(phone).toHaveTitle(/Appointment/u);
  await expect(phone.getByRole('main')).toContainText('Elena Ruiz asks you to come.');
  await expect(phone.getByRole('main')).not.toContainText('David');
  await phone.getByRole('button', { name: 'Send my answer' }).click();
  await expect(phone.getByText('Choose one of the three.').first()).toBeVisible();
  await phone.getByRole('radio', { name: 'Ask me first' }).check();
  await phone.getByLabel('A few words to Elena Ruiz').fill('Could we begin at five?');
  await phone.getByRole('button', { name: 'Send my answer' }).click();
  await expect(phone.getByRole('status').filter({ hasText: 'Your answer is sent.' })).toBeVisible();
  await expectAccessible(phone, 'being asked to an hour');
  const download = phone.waitForEvent('download');
  await phone.getByRole('link', { name: 'Add to my calendar' }).click();
  expect((await download).suggestedFilename()).toBe('appointment.ics');

  await page.goto('/app');
  const next = page.getByRole('region', { name: 'Next family sessions' });
  await expect(next).toContainText('Rosa Torres wants to be asked first.');
  await next.getByRole('link').first().click();
  await expect(mothers).toContainText('Wants to be asked first');
  await expect(mothers).toContainText('Could we begin at five?');

  // She changes her mind; then the hour is called off, and she reads so.
  await phone.getByRole('radio', { name: 'I am coming' }).check();
  await phone.getByLabel('A few words to Elena Ruiz').fill('');
  await phone.getByRole('button', { name: 'Change my answer' }).click();
  await expect
    .poll(async () => {
      const { items } = (await (await api('mother')).get<Page<AskedSession>>('/api/me/family-sessions')).body;
      return items.filter(({ may }) => !may.takeHome).map(({ reply }) => reply);
    })
    .toEqual(['coming']);
  await test.step('words from a second phone stand beside those that were there first', async () => {
    const other = await as('mother');
    await other.goto(new URL(phone.url()).pathname);
    await expect(other.getByRole('radio', { name: 'I am coming' })).toBeChecked();
    await other.getByLabel('A few words to Elena Ruiz').fill('I bring the list.');
    await phone.getByLabel('A few words to Elena Ruiz').fill('I come by bus.');
    await phone.getByRole('button', { name: 'Change my answer' }).click();
    await expect(phone.getByRole('status').filter({ hasText: 'Your answer is sent.' })).toBeVisible();
    await other.getByRole('button', { name: 'Change my answer' }).click();
    await expect(other.getByText('What you said there stands here too.')).toBeVisible();
    await expect(other.getByLabel('A few words to Elena Ruiz')).toHaveValue(
      'I come by bus.\nI bring the list.',
    );
  });
  await page.getByRole('button', { name: 'Call off this session' }).click();
  await page.getByRole('button', { name: 'Call it off' }).click();
  await expect(page.getByText(/^Called off /u)).toBeVisible();
  await phone.goto('/me');
  await expect(mine).toHaveCount(0);
  const off = phone.getByRole('region', { name: 'Called off' });
  await expect(off).toContainText('This session will not take place.');
  await off.getByRole('link', { name: /^Family session, /u }).click();
  await expect(phone.getByRole('main')).toContainText('You do not need to do anything.');
  await expect(phone.getByRole('button', { name: /answer/u })).toHaveCount(0);
});

test('hours that do not arrive are not passed over in silence, on either first page', async ({ as }) => {
  const phone = await as('mother');
  await phone.route('**/api/me/family-sessions', (route) => route.abort());
  await phone.goto('/me');
  const mine = phone.getByRole('region', { name: 'You are asked to come' });
  await expect(mine.getByRole('button', { name: 'Try again' })).toBeVisible();
  await phone.unroute('**/api/me/family-sessions');
  await mine.getByRole('button', { name: 'Try again' }).click();
  await expect(mine.getByRole('listitem')).toHaveCount(1);

  const page = await as('therapist');
  await page.route('**/api/sessions', (route) => route.abort());
  await page.goto('/app');
  const next = page.getByRole('region', { name: 'Next family sessions' });
  await expect(next.getByRole('button', { name: 'Try again' })).toBeVisible();
});
