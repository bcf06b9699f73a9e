import type { Family, FamilySession, FamilySessionSummary, Page as List } from '@common-ground/contract';
import type { Locator, Page } from '@playwright/test';
import { homeworkOf, openInReturn, sendForFamily } from '../homework';
import { expect } from '../journey';
import { keptOnDevice } from '../storage';
import { test } from '../two-servers';

const COMPANY = 'How much company would you like today?';
const PROBLEM = 'Mornings are loud.';
const DECISION = 'Whoever is up first says good morning.';
const CHESS = 'Somebody to play chess with.';
const QUIET = 'Nobody asks me how I slept.';
const PURPOSE = 'That evenings are calm again.';
const TITLES = ['Everybody arrives', 'What each of us needs', 'The car on Saturdays', 'One good word'];

const now = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 2, name, exact: true });

/** A phone that is put away: its page is not looked at, and stands still until it is. */
async function putAway(phone: Page): Promise<{ wake: () => Promise<void> }> {
  const line = await phone.context().newCDPSession(phone);
  const look = (state: DocumentVisibilityState): Promise<void> =>
    phone.evaluate((looked) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => looked });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await look('hidden');
  await line.send('Page.setWebLifecycleState', { state: 'frozen' });
  return {
    wake: async () => {
      await line.send('Page.setWebLifecycleState', { state: 'active' });
      await look('visible');
    },
  };
}

test('an hour on five devices and two servers goes on when one of them dies, and no phone reads what is not for it', async ({
  as,
  api,
  front,
  servers,
  serve,
}) => {
  const support = { 'kind-of-support': 'listen' };
  const { documentId } = await sendForFamily(await api('father'), { ...support, company: 4 });
  await sendForFamily(await api('brother'), { ...support, 'looks-like': CHESS, company: 9 });
  // The mother is half-way: her words are for nobody yet.
  const mothers = await api('mother');
  const { id: taskId, answers } = await homeworkOf(mothers);
  const saved = await mothers.put(
    `/api/homework/${taskId}/answers/looks-like`,
    { value: QUIET, visibility: 'not-yet' },
    {
      'if-match': `"${answers.find(({ promptId }) => promptId === 'looks-like')?.revision ?? 0}"`,
    },
  );
  expect(saved.status).toBe(200);

  const server = await api('therapist');
  const [ahead] = (await server.get<List<FamilySessionSummary>>('/api/sessions')).body.items;
  const family = (await server.get<Family>(`/api/families/${ahead?.family.id ?? ''}`)).body;
  const memberIds = ['father', 'brother', 'mother'].map(
    (relation) => family.members.find((member) => member.relation === relation)?.id ?? '',
  );
  const { id, plan, revision } = (
    await server.post<FamilySession>(`/api/families/${family.id}/sessions`, {
      ...{ format: 'family-session', startsOn: '2027-02-02', startTime: '16:00' },
    })
  ).body;
  const people = memberIds.map((member) => ({ side: 'family', id: member, role: 'participant' }));
  const agenda = TITLES.map((title, at) => ({
    ...{ id: `entry-${at + 1}`, title, minutes: 10, fixedStart: null, documentIds: [documentId] },
    reveals: at === 1 ? [{ documentId, promptId: 'company' }] : [],
  }));
  const planned = await server.put(
    `/api/sessions/${id}`,
    { ...plan, purpose: PURPOSE, people: [...plan.people, ...people], agenda },
    { 'if-match': `"${revision}"` },
  );
  expect(planned.status).toBe(200);
  expect((await server.post(`/api/sessions/${id}/asked`, { memberIds })).status).toBe(200);

  // Lead and father at one server, recorder, brother and mother at the other.
  const [lead, recorder, father, brother, mother] = await Promise.all([
    as('therapist'),
    as('therapist'),
    as('father'),
    as('brother'),
    as('mother'),
  ]);
  await serve(lead, 'lead', servers.first);
  await serve(recorder, 'recorder', servers.second);
  await serve(father, 'father', servers.first);
  await serve(brother, 'brother', servers.second);
  await serve(mother, 'mother', servers.second);

  await lead.goto(`/app/sessions/${id}/run`);
  await lead.getByRole('button', { name: 'Begin the hour' }).click();
  await Promise.all([
    recorder.goto(`/app/sessions/${id}/run`),
    father.goto(`/me/sessions/${id}`),
    brother.goto(`/me/sessions/${id}`),
  ]);
  for (const page of [lead, recorder, father, brother])
    await expect(now(page, TITLES[0] ?? '')).toBeVisible();
  await recorder.getByLabel('The problem you chose').fill(PROBLEM);
  await expect(
    recorder
      .getByRole('status')
      .filter({ hasText: /^\s*Saved /u })
      .first(),
  ).toBeVisible();
  await lead.getByRole('button', { name: 'Next', exact: true }).click();

  // The mother comes late and is where everybody is; the brother's phone has no connection for a while.
  await mother.goto(`/me/sessions/${id}`);
  for (const page of [recorder, father, brother, mother])
    await expect(now(page, TITLES[1] ?? '')).toBeVisible();
  await brother.context().setOffline(true);
  await expect(brother.getByText('No connection. This is what was true at ')).toBeVisible();
  await openInReturn(father, COMPANY, { to: 'Leo Torres', onScreen: true });
  await expect(father.getByText('For Leo Torres. It opens once')).toBeVisible();

  // One server is gone without a word while the recorder writes; the other one goes on for everybody.
  await recorder.getByLabel('What you decided').fill(DECISION);
  await servers.second.kill();
  await lead.getByRole('button', { name: 'Pause and breathe' }).click();
  for (const page of [mother, father, recorder]) await expect(now(page, 'A pause')).toBeVisible();
  await lead.getByRole('button', { name: 'Go on', exact: true }).click();
  await brother.context().setOffline(false);
  for (const page of [recorder, father, brother, mother])
    await expect(now(page, TITLES[1] ?? '')).toBeVisible();
  await expect(brother.getByText('No connection. This is what was true at ')).toHaveCount(0);

  // What two open to each other is on their phones and on the screen.
  await openInReturn(brother, COMPANY, { to: 'David Torres', onScreen: true });
  await expect(father.getByText('the one from Leo Torres are far apart')).toBeVisible();
  await expect(brother.getByText('the one from David Torres are far apart')).toBeVisible();
  await lead.getByRole('button', { name: `Show it on this screen: ${COMPANY}` }).click();
  await expect(lead.getByText('The numbers of David Torres and Leo Torres are far apart.')).toBeVisible();

  // The father's phone sleeps meanwhile, and is right when it wakes.
  const asleep = await putAway(father);
  await lead.getByRole('button', { name: 'Next', exact: true }).click();
  for (const page of [recorder, brother, mother]) await expect(now(page, TITLES[2] ?? '')).toBeVisible();
  await asleep.wake();
  await expect(now(father, TITLES[2] ?? '')).toBeVisible();

  await lead.getByRole('button', { name: 'Close the hour' }).click();
  for (const page of [recorder, father, brother, mother])
    await expect(now(page, /hour is closed|session is over/u)).toBeVisible();
  await expect(lead.getByLabel('What you decided')).toHaveValue(DECISION);

  // No phone was told, or keeps, what was not for it; and nobody got what was opened to nobody.
  const notesAndPlan = [PROBLEM, DECISION, PURPOSE, TITLES[3] ?? ''];
  const forbidden = {
    lead: [CHESS, QUIET],
    recorder: [CHESS, QUIET],
    father: [...notesAndPlan, CHESS, QUIET],
    brother: [...notesAndPlan, QUIET],
    mother: [...notesAndPlan, CHESS, 'David Torres', 'Leo Torres'],
  };
  const pages = { lead, recorder, father, brother, mother };
  for (const [browser, words] of Object.entries(forbidden)) {
    const kept = await keptOnDevice(pages[browser as keyof typeof pages]);
    const known = front.received(browser);
    expect(known, `${browser} followed the hour`).toContain(TITLES[1]);
    for (const word of words) {
      expect(kept.includes(word), `${browser} keeps “${word}”`).toBe(false);
      expect(known.includes(word), `${browser} received “${word}”`).toBe(false);
    }
  }
});
