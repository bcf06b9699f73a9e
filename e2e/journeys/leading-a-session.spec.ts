import type {
  FamilySession,
  FamilySessionId,
  FamilySessionSummary,
  Page,
  SessionPad,
  SessionRun,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { expect, expectAccessible, test } from '../journey';

async function nextHour(server: ApiClient): Promise<FamilySessionId> {
  const [session] = (await server.get<Page<FamilySessionSummary>>('/api/sessions')).body.items;
  if (session === undefined) throw new Error('The demo has an hour next week.');
  return session.id;
}

test('a therapist leads an hour, and it is where it is on every device', async ({ as, api }) => {
  const server = await api('therapist');
  const id = await nextHour(server);
  const { plan } = (await server.get<FamilySession>(`/api/sessions/${id}`)).body;
  const titleOf = (at: number): string => plan.agenda[at]?.title ?? '';

  const page = await as('therapist');
  const now = (at: number): ReturnType<typeof page.getByRole> =>
    page.getByRole('heading', { level: 2, name: titleOf(at), exact: true });
  await page.goto(`/app/sessions/${id}`);
  await page.getByRole('link', { name: 'Lead this session' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Before you begin' })).toBeFocused();
  await expectAccessible(page, 'an hour before it begins');
  await page.getByRole('button', { name: 'Begin the hour' }).click();
  await expect(now(0)).toBeVisible();
  await expect(page.getByRole('timer').first()).toHaveText(/^[45] minutes left$/u);
  await expectAccessible(page, 'an hour under way');

  // More time is there at once, and on the server.
  await page.getByRole('button', { name: '2 more minutes' }).click();
  await expect(page.getByRole('timer').first()).toHaveText(/^[67] minutes left$/u);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(now(1)).toBeFocused();

  // With keys alone.
  await page.keyboard.press('ArrowLeft');
  await expect(now(0)).toBeFocused();
  await page.keyboard.press(' ');
  await expect(now(1)).toBeFocused();

  // A reload goes on where it was, and so does a phone.
  await expect
    .poll(async () => (await server.get<SessionRun>(`/api/sessions/${id}/run`)).body.at)
    .toBe('entry-2');
  await page.reload();
  await expect(now(1)).toBeVisible();
  const phone = await as('therapist', 'phone');
  await phone.goto(`/app/sessions/${id}/run`);
  await expect(phone.getByRole('heading', { level: 2, name: titleOf(1), exact: true })).toBeVisible();
  await phone.getByRole('button', { name: 'Park for next time' }).click();
  await expect(now(2)).toBeVisible();

  // What is pressed without a connection waits, and says so.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(now(3)).toBeFocused();
  await expect(page.getByText('Offline – kept on this device').first()).toBeVisible();
  await page.context().setOffline(false);
  await expect(phone.getByRole('heading', { level: 2, name: titleOf(3), exact: true })).toBeVisible();

  // A pause, and stopping, which can be taken back.
  await page.getByRole('button', { name: 'Pause and breathe' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'A pause' })).toBeFocused();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Stop safely' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'We stop here, and that is fine' })).toBeFocused();
  await expectAccessible(page, 'an hour that was stopped');
  await page.getByRole('button', { name: 'Go on after all' }).click();
  await expect(now(3)).toBeFocused();
});

test('a recorder writes down what nobody could misunderstand, and no note is on a shared screen', async ({
  as,
  api,
}) => {
  const server = await api('therapist');
  const id = await nextHour(server);
  await server.post(`/api/sessions/${id}/run`);
  const page = await as('therapist');
  await page.goto(`/app/sessions/${id}/run`);

  await page.getByLabel('The problem you chose').fill('Mornings are loud.');
  await page.getByRole('button', { name: 'Add an option' }).click();
  await page.getByLabel('Option 1').fill('Greet first');
  await page.getByRole('button', { name: 'Add an action' }).click();
  const action = page.getByRole('group', { name: 'Action 1' });
  await expect(action.getByLabel('Who')).toBeFocused();
  await action.getByLabel('Who').fill('Rosa');
  await action.getByLabel('Does what').fill('We will try to be nicer');
  await action.getByRole('button', { name: 'Agree on it' }).click();
  await expect(action.getByLabel('Does what')).toBeFocused();
  await expect(action.getByText('what would we see or hear somebody do?')).toBeVisible();
  await expect(action.getByText('Open', { exact: true })).toBeVisible();
  await expectAccessible(page, 'an action with open questions');

  await action.getByLabel('Does what').fill('Says good morning before she asks anything');
  await action.getByLabel('When').fill('At breakfast, from Monday');
  await action.getByLabel('How often').fill('Every day');
  await action.getByLabel('How you will know').fill('Maya ticks the card on the fridge');
  await action.getByLabel('If it slips').fill('She starts again the next morning');
  await action.getByRole('button', { name: 'Agree on it' }).click();
  await expect(action.getByText('Agreed', { exact: true })).toBeVisible();
  await expect
    .poll(async () => (await server.get<SessionPad>(`/api/sessions/${id}/run/pad`)).body.actions[0]?.agreed)
    .toBe(true);

  await page.getByRole('button', { name: 'Others see this screen: hide notes' }).click();
  await expect(page.getByRole('heading', { name: 'Written down' })).toHaveCount(0);
  expect(await page.content()).not.toContain('Mornings are loud.');
  expect(await page.content()).not.toContain('Torres');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  expect(await page.content()).not.toContain('Elena Ruiz');
  await expectAccessible(page, 'an hour on a shared screen');
  await page.getByRole('button', { name: 'Only I see this screen: show notes' }).click();
  await expect(page.getByLabel('The problem you chose')).toHaveValue('Mornings are loud.');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();

  await page.getByRole('button', { name: 'Close the hour' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'The hour is closed' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'The hour is closed' })).toContainText(
    'Says good morning before she asks anything',
  );
  await expectAccessible(page, 'an hour that was closed');

  // With one tap it is a step of a plan, and with another one homework; both can be taken back.
  await page.getByLabel('Steps go into').selectOption('A new support plan');
  await page.getByRole('button', { name: /^Make it a step of the plan: Says good morning/u }).click();
  await expect(page.getByText('Now a step of')).toBeVisible();
  await page.getByRole('button', { name: /^Make it homework: Says good morning/u }).click();
  await expect(page.getByText('Now homework, as a draft:')).toBeVisible();
  await expectAccessible(page, 'actions that became something');
  await page
    .getByRole('paragraph')
    .filter({ hasText: 'Now homework' })
    .getByRole('button', { name: /^Undo/u })
    .click();
  await expect(page.getByText('Now homework, as a draft:')).toHaveCount(0);
  await expect(page.getByText('Now a step of')).toBeVisible();

  const mother = await api('mother');
  expect((await mother.get(`/api/sessions/${id}/run`)).status).toBe(404);
});

test('what an hour did not reach goes into the next plan with one act, or into a new one', async ({
  as,
  api,
}) => {
  const server = await api('therapist');
  const id = await nextHour(server);
  const { family } = (await server.get<FamilySession>(`/api/sessions/${id}`)).body;
  const { items } = (await server.get<Page<FamilySessionSummary>>(`/api/families/${family.id}/sessions`))
    .body;
  const first = items.at(-1);
  if (first === undefined) throw new Error('The demo has an hour that is over.');
  const { entries } = (await server.get<SessionRun>(`/api/sessions/${first.id}/run`)).body;
  const parked = entries.find(({ leftOut }) => leftOut === 'parked')?.title ?? '';
  const titlesOf = async (hour: FamilySessionId): Promise<string[]> =>
    (await server.get<FamilySession>(`/api/sessions/${hour}`)).body.plan.agenda.map(({ title }) => title);
  expect(await titlesOf(id)).not.toContain(parked);

  const page = await as('therapist');
  // An hour that has ended is led no more: its plan leads to what came of it.
  await page.goto(`/app/sessions/${first.id}`);
  await expect(page.getByRole('link', { name: 'Lead this session' })).toHaveCount(0);
  await page.getByRole('link', { name: 'What came of this session' }).click();
  await page.getByRole('button', { name: /^Bring this into / }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'Not reached today' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'This stands in the plan for' })).toBeVisible();
  await expectAccessible(page, 'an hour whose rest was brought forward');
  await page.getByRole('link', { name: 'Look at the plan' }).click();
  await expect(page).toHaveURL(`/app/sessions/${id}`);
  expect((await titlesOf(id))[1]).toBe(parked);

  // Called off, that hour is led no more, and what was not reached goes into another one.
  await page.getByRole('button', { name: 'Call off this session' }).click();
  await page.getByRole('button', { name: 'Call it off', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Lead this session' })).toHaveCount(0);
  await page.goto(`/app/sessions/${id}/run`);
  await expect(page.getByText('This session was called off, so it is not begun.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Begin the hour' })).toHaveCount(0);
  await page.goto(`/app/sessions/${first.id}/run`);
  await page.getByRole('link', { name: 'Plan the next hour with this' }).click();
  await expect(page.getByText('What was not reached last time comes along')).toBeVisible();
  await page.getByRole('button', { name: 'Plan this hour' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Family session, / })).toBeVisible();
  expect((await titlesOf(await nextHour(server)))[1]).toBe(parked);
});
