import type {
  Family,
  FamilySession,
  FamilySessionSummary,
  FamilySummary,
  Page,
} from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';

test('a therapist plans an hour that fits, and asks nobody who is kept apart from somebody who comes', async ({
  as,
  api,
}) => {
  const server = await api('therapist');
  const { items } = (await server.get<Page<FamilySummary>>('/api/families?limit=100')).body;
  const familyId = items.find(({ name }) => name === 'Torres family')?.id ?? '';
  const { members } = (await server.get<Family>(`/api/families/${familyId}`)).body;
  const memberIds = members
    .filter(({ relation }) => relation === 'mother' || relation === 'father')
    .map(({ id }) => id);
  await server.post(`/api/families/${familyId}/blocks`, { memberIds, reason: 'They asked for it.' });

  const page = await as('therapist');
  await page.goto('/app');
  const ahead = page.getByRole('region', { name: 'Next family sessions' });
  await expect(ahead.getByRole('listitem')).toHaveCount(1);

  await page.goto(`/app/families/${familyId}`);
  await page.getByRole('link', { name: 'Plan a family session' }).click();
  await page.getByRole('radio', { name: /^Problem-solving group/u }).check();
  await expectAccessible(page, 'planning a session');
  await page.getByRole('button', { name: 'Plan this hour' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Family session, / })).toBeFocused();
  await expectAccessible(page, 'a plan');

  const agenda = page.getByRole('region', { name: 'Agenda' });
  const titles = agenda.getByRole('textbox', { name: 'What happens' });
  await expect(agenda.getByRole('status')).toContainText('90 of 90 minutes');

  // One click makes it fit, and one gives back what stood there.
  await page.getByRole('region', { name: 'When and where' }).getByLabel('Minutes').fill('84');
  await expect(agenda.getByRole('status')).toContainText('6 min over');
  await agenda.getByRole('button', { name: 'Shorten to fit' }).click();
  await expect(agenda.getByRole('status')).toContainText('84 of 84 minutes');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(agenda.getByRole('status')).toContainText('6 min over');
  await agenda.getByRole('button', { name: 'Shorten to fit' }).click();

  // What the family looks at again by the day of the hour goes onto the agenda, and back.
  await page.getByLabel('Day', { exact: true }).fill(inTwoMonths());
  const due = agenda.getByRole('list', { name: 'Plans to look at again' });
  const calmEvenings = due.getByRole('listitem').filter({ hasText: 'Rosa’s plan for calm evenings' });
  await calmEvenings.getByRole('button', { name: 'Put on the agenda' }).click();
  await expect(titles.last()).toHaveValue('Look at a plan again');
  await expect(titles.last()).toBeFocused();
  await expect(calmEvenings).toHaveCount(0);
  await expectAccessible(page, 'an agenda with a plan on it');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(calmEvenings).toBeVisible();

  await page.getByLabel('Day', { exact: true }).fill('2027-01-05');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Family session, Tuesday, January 5/u);

  // With the keyboard alone.
  await titles.first().focus();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(titles.nth(1)).toHaveValue('Arriving and small talk');
  await expect(titles.nth(1)).toBeFocused();

  const people = page.getByRole('region', { name: 'Who comes' });
  await people.getByRole('combobox', { name: /^Rosa Torres/u }).selectOption('Writes down');
  const father = people.getByRole('listitem').filter({ hasText: 'David Torres' });
  await expect(father).toContainText('kept apart from somebody who comes');
  await expect(father.getByRole('combobox')).toHaveCount(0);
  await page.getByLabel('What this hour is for').fill('Choose one small step for the mornings.');
  await expect(page.getByRole('status').filter({ hasText: /^\s*Saved /u })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Before you meet' })).toContainText(
    'Everything an hour needs',
  );

  // Everything is there on another screen.
  const id = page.url().split('/').at(-1) ?? '';
  const other = await as('therapist');
  await other.goto(`/app/sessions/${id}`);
  await expect(other.getByLabel('What this hour is for')).toHaveValue(
    'Choose one small step for the mornings.',
  );
  await expect(
    other.getByRole('region', { name: 'Agenda' }).getByRole('textbox', { name: 'What happens' }).nth(1),
  ).toHaveValue('Arriving and small talk');

  // What somebody writes there is not written over from here.
  await other.getByLabel('Place').fill('Room 7');
  await expect(other.getByRole('status').filter({ hasText: /^\s*Saved /u })).toBeVisible();
  await expect
    .poll(async () => (await server.get<FamilySession>(`/api/sessions/${id}`)).body.plan.place)
    .toBe('Room 7');
  await page.getByLabel('Place').fill('Room 1');
  await page.getByRole('button', { name: 'Take the other plan' }).click();
  await expect(page.getByLabel('Place')).toHaveValue('Room 7');

  // Another hour of the family at the same time is said, by the clock that somebody finds by typing a place.
  const { items: others } = (await server.get<Page<FamilySessionSummary>>('/api/sessions')).body;
  const elsewhere = others.find((one) => one.id !== id)?.id ?? '';
  const { plan } = (await server.get<FamilySession>(`/api/sessions/${elsewhere}`)).body;
  await page.getByLabel('Day', { exact: true }).fill(plan.startsOn);
  await page.getByLabel('Time', { exact: true }).fill(plan.startTime);
  const beside = page.getByText('At this time another session of this family is planned:');
  await expect(beside).toBeVisible();
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.click();
  const places = page.getByRole('listbox').getByRole('option');
  await expect(places.first()).toContainText('New York');
  await page.keyboard.type('madr');
  // Several stand there until the last letter is read: a list is waited for, where one line alone would fail at once.
  await expect(places).toHaveText([/^Madrid/u]);
  await expectAccessible(page, 'a time zone being chosen');
  await page.keyboard.press('Enter');
  await expect(zone).toHaveValue(/^Madrid – /u);
  await expect(beside).toHaveCount(0);
  await expect
    .poll(async () => (await server.get<FamilySession>(`/api/sessions/${id}`)).body.plan.timeZone)
    .toBe('Europe/Madrid');

  const client = await api('client');
  expect((await client.get(`/api/sessions/${id}`)).status).toBe(404);
});

/** The plans of the demo are looked at again in four weeks. */
function inTwoMonths(): string {
  return new Date(Date.now() + 60 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
