import type { FamilySession, FamilySessionSummary, Page } from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';

test('a mother follows the hour on her phone, through a pause and a lost connection, until it ends', async ({
  as,
  api,
}) => {
  const server = await api('therapist');
  const [ahead] = (await server.get<Page<FamilySessionSummary>>('/api/sessions')).body.items;
  const { id, plan, candidates } = (await server.get<FamilySession>(`/api/sessions/${ahead?.id ?? ''}`)).body;
  const titleOf = (at: number): string => plan.agenda[at]?.title ?? '';

  const phone = await as('mother');
  const now = (name: string | RegExp): ReturnType<typeof phone.getByRole> =>
    phone.getByRole('heading', { level: 2, name, exact: true });
  await phone.goto(`/me/sessions/${id}`);
  await expect(phone.getByRole('heading', { level: 1, name: /^Family session, /u })).toBeVisible();
  await expect(phone.getByRole('heading', { level: 2 })).toHaveCount(0);

  const page = await as('therapist');
  await page.goto(`/app/sessions/${id}/run`);
  await page.getByRole('button', { name: 'Begin the hour' }).click();
  await expect(now(titleOf(0))).toBeVisible();
  await expect(phone.getByRole('timer')).toHaveText(/^About \d+ minutes? left$/u);
  await expect(phone.getByRole('main')).not.toContainText(titleOf(1));
  await expectAccessible(phone, 'an hour that is followed');

  // Everybody is asked in turn, and each phone shows whose turn it is.
  await page
    .getByRole('group', { name: /Who begins\?$/u })
    .getByRole('button', { name: 'Rosa Torres' })
    .click();
  await expect(page.getByText('Now it is Rosa Torres.')).toBeFocused();
  await expect(phone.getByText('It is your turn. You can also say “later”.')).toBeVisible();
  await expect(phone.getByText(plan.goRound, { exact: true })).toBeVisible();
  await expectAccessible(page, 'everybody is asked in turn');
  // How much time each has is for whoever leads: no phone is told, and a shared screen only when that is wanted.
  await page.getByRole('button', { name: 'See how much time each has' }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'Time to speak' })).toBeFocused();
  const elena = page.getByRole('listitem').filter({ hasText: 'Elena Ruiz' });
  await page.getByRole('button', { name: 'Elena Ruiz speaks now' }).click();
  await expect(elena.getByText('speaks now', { exact: true })).toBeVisible();
  await expectAccessible(page, 'how much time each has');
  await expect(phone.getByRole('main')).not.toContainText('Time to speak');
  const shared = page.getByRole('button', { name: 'Others see this screen: hide notes' });
  await shared.click();
  await expect(page.getByText('Elena Ruiz')).toHaveCount(0);
  await page.getByRole('button', { name: 'Only I see this screen: show notes' }).click();
  await page.getByRole('checkbox', { name: 'Also while others see this screen' }).check();
  await shared.click();
  await expect(elena.getByText('speaks now', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Only I see this screen: show notes' }).click();
  await page.getByRole('button', { name: 'Later', exact: true }).click();
  await expect(phone.getByText('Now it is Elena Ruiz.')).toBeVisible();

  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(now(titleOf(1))).toBeVisible();
  await page.getByRole('button', { name: 'Pause and breathe' }).click();
  await expect(now('A pause')).toBeVisible();
  // On every device of those who lead it is a pause, too, and any of them ends it.
  const second = await as('therapist');
  await second.goto(`/app/sessions/${id}/run`);
  await expect(second.getByRole('heading', { level: 2, name: 'A pause' })).toBeVisible();
  await second.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(now(titleOf(1))).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: titleOf(1), exact: true })).toBeVisible();

  // Without a connection she keeps what was true, and is told since when; afterwards it is right by itself.
  await phone.context().setOffline(true);
  await expect(phone.getByText('No connection. This is what was true at ')).toBeVisible();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: titleOf(2), exact: true })).toBeVisible();
  await expect(now(titleOf(1))).toBeVisible();
  await phone.context().setOffline(false);
  await expect(now(titleOf(2))).toBeVisible();
  await expect(phone.getByText('No connection. This is what was true at ')).toHaveCount(0);

  await page.getByRole('button', { name: 'Stop safely' }).click();
  await expect(now('We stop here, and that is fine')).toBeVisible();
  await expect(phone.getByRole('link', { name: 'Call 988' })).toBeVisible();
  await expectAccessible(phone, 'an hour that was stopped');

  // Taken back, there is nothing to follow, and the phone says so by itself.
  const mother = candidates.find(({ relation }) => relation === 'mother')?.memberId ?? '';
  await server.post(`/api/sessions/${id}/asked/${mother}/take-back`);
  await expect(phone.getByText('There is nothing here')).toBeVisible();
  await expect(now('We stop here, and that is fine')).toHaveCount(0);
});
