import type {
  Family,
  FamilySession,
  FamilySessionSummary,
  Page as List,
  SessionPad,
} from '@common-ground/contract';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../journey';

const RULES = ['We let each other finish.', 'What is said here stays here.'];
const LONG = 'What each of us needs in the evening, and what helps when it gets loud';

/** How far the page can be pushed sideways. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
const sizeOf = (words: Locator): Promise<number> =>
  words.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

/** Where something stands on the page, and how large. */
async function boxOf(
  page: Page,
  selector: string,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} stands nowhere.`);
  return box;
}

/** On a wide wall what is done stands beside the time: neither below it nor over it. */
async function expectSideBySide(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Ground rules for this hour' })).toBeVisible();
  const [time, beside] = [await boxOf(page, '.time'), await boxOf(page, '.beside')];
  expect(beside.x, 'beside the time').toBeGreaterThanOrEqual(time.x + time.width);
  expect(beside.y, 'not below it').toBeLessThan(time.y + time.height);
}

test('an hour on a wall and on a phone is read from afar, scrolls nowhere sideways, and shows no note to a room', async ({
  as,
  api,
}) => {
  const server = await api('therapist');
  const [ahead] = (await server.get<List<FamilySessionSummary>>('/api/sessions')).body.items;
  const family = (await server.get<Family>(`/api/families/${ahead?.family.id ?? ''}`)).body;
  const [mother, brother] = ['mother', 'brother'].map(
    (relation) => family.members.find((member) => member.relation === relation)?.id ?? '',
  );
  const { id, plan, revision } = (
    await server.post<FamilySession>(`/api/families/${family.id}/sessions`, {
      ...{ format: 'family-session', startsOn: '2027-02-02', startTime: '16:00' },
    })
  ).body;
  const people = [
    { side: 'family', id: mother, role: 'timekeeper' },
    { side: 'family', id: brother, role: 'participant' },
  ];
  const agenda = plan.agenda.map((entry, at) => (at === 1 ? { ...entry, title: LONG } : entry));
  await server.put(
    `/api/sessions/${id}`,
    {
      ...plan,
      purpose: 'That evenings are calm again.',
      people: [...plan.people, ...people],
      groundRules: RULES,
      agenda,
    },
    { 'if-match': `"${revision}"` },
  );
  await server.post(`/api/sessions/${id}/asked`, { memberIds: [mother, brother] });

  // Before it begins, whoever has a part in it reads which, and nobody reads another one's.
  const phones = { mother: await as('mother'), brother: await as('brother') };
  for (const phone of Object.values(phones)) await phone.goto(`/me/sessions/${id}`);
  const part = 'Your part: you watch the time. Say so when two minutes are left.';
  await expect(phones.mother.getByText(part)).toBeVisible();
  await expect(phones.mother.getByText('Ground rules for this hour')).toHaveCount(0);
  await expectAccessible(phones.mother, 'being asked to an hour with a part in it');

  await server.post(`/api/sessions/${id}/run`);
  const { body: pad } = await server.get<SessionPad>(`/api/sessions/${id}/run/pad`);
  const words = (what: string): string => `Note on ${what} 7316`;
  const empty = { who: '', what: '', when: '', howOften: '', howWeWillKnow: '', ifItSlips: '' };
  const notes = {
    ...{ problem: words('the problem'), decision: words('the decision'), helped: words('what helped') },
    options: [{ id: 'o1', words: words('an option'), plus: words('a plus'), minus: words('a minus') }],
    actions: [{ ...empty, id: 'a1', who: words('who'), what: words('what'), agreed: false }],
    ...{ parkingLot: [words('the parking lot')], nextOn: '2031-07-16' },
  };
  const written = await server.put(`/api/sessions/${id}/run/pad`, notes, { 'if-match': `"${pad.revision}"` });
  expect(written.status).toBe(200);

  const page = await as('therapist');
  await page.goto(`/app/sessions/${id}/run`);
  await expect(page.getByLabel('The problem you chose')).toHaveValue(notes.problem);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('button', { name: /see(s)? this screen/u }).click();
  await expectSideBySide(page);
  await page.getByRole('button', { name: /see(s)? this screen/u }).click();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  const title = page.getByRole('heading', { level: 2, name: LONG });
  const time = page.getByRole('timer').first();

  for (const { width, height, isShared, large } of [
    { width: 1920, height: 1080, isShared: true, large: { title: 64, time: 36 } },
    { width: 1920, height: 1080, isShared: false, large: { title: 40, time: 24 } },
    { width: 390, height: 844, isShared: false, large: { title: 30, time: 24 } },
    { width: 390, height: 844, isShared: true, large: { title: 36, time: 26 } },
  ]) {
    await page.setViewportSize({ width, height });
    const isNow = await page.getByRole('button', { name: 'Only I see this screen: show notes' }).isVisible();
    if (isNow !== isShared) await page.getByRole('button', { name: /see(s)? this screen/u }).click();
    await page.evaluate(() => scrollTo(0, 0));
    const at = `${width} px, ${isShared ? 'shared' : 'alone'}`;
    await expect(title, at).toBeInViewport({ ratio: 1 });
    await expect(time, at).toBeInViewport({ ratio: 1 });
    expect(await sizeOf(title), `the title at ${at}`).toBeGreaterThanOrEqual(large.title);
    expect(await sizeOf(time), `the time at ${at}`).toBeGreaterThanOrEqual(large.time);
    expect(await sideways(page), `sideways at ${at}`).toBe(0);
    // Neither as text nor in a field: what is typed stands in no text of a page.
    const fields = await page
      .locator('input, textarea')
      .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value).join('\n'));
    const shown = `${await page.content()}\n${fields}`;
    expect(shown.includes('7316'), `notes at ${at}`).toBe(!isShared);
    expect(shown.includes('2031-07-16'), `the next day at ${at}`).toBe(!isShared);
    if (isShared)
      for (const word of ['That evenings are calm again.', 'Elena Ruiz']) expect(shown).not.toContain(word);
    await expectAccessible(page, `an hour at ${at}`);
  }

  // Nothing stands beside the title of a later part: it has the whole width. Others still see the screen.
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const place of [3, 4]) {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.locator('.place')).toHaveText(`${place} of 5`);
  }
  const [later, section] = [await boxOf(page, '#now'), await boxOf(page, 'section[aria-labelledby="now"]')];
  expect(later.width, 'the title has the whole width').toBeGreaterThan(section.width * 0.95);
  for (const place of [3, 2]) {
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(page.locator('.place')).toHaveText(`${place} of 5`);
  }

  // On the phones of those who are in it, what everybody agreed on is one tap away; a part is told to its own.
  for (const phone of Object.values(phones)) {
    await expect(phone.getByRole('heading', { level: 2, name: LONG })).toBeVisible();
    await phone.getByText('Ground rules for this hour').click();
    for (const rule of RULES) await expect(phone.getByText(rule)).toBeVisible();
    expect(await sideways(phone)).toBe(0);
    await expectAccessible(phone, 'what everybody agreed on, on a phone');
  }
  await expect(phones.mother.getByText(part)).toBeVisible();
  await expect(phones.brother.getByText(/Your part/u)).toHaveCount(0);
  await page.getByRole('button', { name: 'Close the hour' }).click();
  await expect(phones.mother.getByRole('heading', { level: 2, name: 'The session is over' })).toBeVisible();
  await expect(phones.mother.getByText('Ground rules for this hour')).toHaveCount(0);
  await expect(phones.mother.getByText(part)).toHaveCount(0);
});
