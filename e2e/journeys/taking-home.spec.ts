import type {
  AskedSession,
  FamilySessionSummary,
  Page,
  SessionPad,
  SessionRun,
} from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';

test('after the hour each person gets a page of their own, seen as that person before it leaves', async ({
  as,
  api,
}) => {
  const server = await api('therapist');
  const [ahead] = (await server.get<Page<FamilySessionSummary>>('/api/sessions')).body.items;
  const id = ahead?.id ?? '';
  const run = (await server.post<SessionRun>(`/api/sessions/${id}/run`)).body;
  const pad = (await server.get<SessionPad>(`/api/sessions/${id}/run/pad`)).body;
  const { revision: _revision, writtenBy: _writtenBy, savedAt: _savedAt, ...blank } = pad;
  const action = (key: string, who: string, what: string): object => ({
    ...{ id: key, who, what, when: 'On Monday', howOften: 'Every day until we meet', agreed: true },
    ...{ howWeWillKnow: 'A tick on the card', ifItSlips: 'She starts again the next day' },
  });
  await server.put(
    `/api/sessions/${id}/run/pad`,
    {
      ...blank,
      problem: 'This stays with the therapist.',
      decision: 'We say good morning first.',
      actions: [
        action('rosa', 'Rosa', 'Says good morning'),
        action('maya', 'Maya', 'Writes on the calendar'),
      ],
      helped: 'A pause in the middle.',
      nextOn: '2047-03-01',
    },
    { 'if-match': `"${pad.revision}"` },
  );

  const { breathing, round, entries } = run;
  const closed = {
    ...{ at: null, end: 'closed', breathing, round },
    entries: entries.map(({ id: entry, added, leftOut }) => ({ id: entry, added, leftOut })),
  };

  const page = await as('therapist');
  await page.goto(`/app/sessions/${id}/pages`);
  await expect(page.getByText('The hour has not ended.')).toBeVisible();
  await server.put(`/api/sessions/${id}/run`, closed, {
    'if-match': `"${run.revision}"`,
  });

  const phone = await as('mother');
  await phone.goto(`/me/sessions/${id}`);
  await expect(phone.getByRole('heading', { level: 1, name: /^Family session, /u })).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'Your page from this session' })).toHaveCount(0);

  await page.goto(`/app/sessions/${id}/run`);
  await page.getByRole('link', { name: 'Give everyone their page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Everyone’s page to take home' })).toBeVisible();
  const rosa = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /^Rosa Torres/u }) });
  const seen = page.getByRole('region', { name: 'As Rosa Torres will see it' });
  await expect(seen).toContainText('Writes on the calendar');
  await rosa.getByRole('checkbox', { name: 'Maya: Writes on the calendar' }).uncheck();
  await rosa.getByRole('checkbox', { name: 'One thing that helped' }).uncheck();
  await expect(seen).not.toContainText('Writes on the calendar');
  await expect(seen).not.toContainText('A pause in the middle.');
  await expectAccessible(page, 'pages that are about to be given');
  await page.getByRole('checkbox', { name: 'Maya Torres gets a page' }).uncheck();
  await page.getByRole('button', { name: 'Give Rosa Torres their page' }).click();
  await expect(rosa.getByText('Elena Ruiz gave this page')).toBeVisible();
  await rosa.getByText('The page Rosa Torres has').click();
  await expect(rosa).toContainText('We say good morning first.');
  await expectAccessible(page, 'pages that were given');

  await phone.goto('/me');
  await phone
    .getByRole('link', { name: /^Your page from /u })
    .first()
    .click();
  await expect(phone.getByRole('heading', { level: 2, name: 'Your page from this session' })).toBeVisible();
  const main = phone.getByRole('main');
  await expect(main).toContainText('We say good morning first.');
  await expect(main).toContainText('Says good morning');
  await expect(main).toContainText('March 1, 2047');
  // It was held before its day: nobody is asked any more whether they can come.
  await expect(main).not.toContainText('Can you come?');
  for (const word of [
    'Writes on the calendar',
    'A pause in the middle.',
    'This stays with the therapist.',
    'Maya',
  ])
    await expect(main).not.toContainText(word);
  await expect(phone.getByRole('link', { name: 'On paper (PDF)' })).toBeVisible();
  await expectAccessible(phone, 'a page to take home');

  const client = await api('client');
  const mine = (await client.get<Page<AskedSession>>('/api/me/family-sessions')).body.items;
  expect(mine.find((one) => one.id === id)?.may.takeHome).toBe(false);

  // Taken back, nothing of it is left on the phone.
  await rosa.getByRole('button', { name: 'Take it back' }).click();
  await expect(rosa.getByText('Elena Ruiz gave this page')).toHaveCount(0);
  await phone.reload();
  await expect(phone.getByRole('heading', { level: 1, name: /^Family session, /u })).toBeVisible();
  await expect(main).not.toContainText('We say good morning first.');
  expect((await (await api('mother')).get(`/api/me/family-sessions/${id}/page`)).status).toBe(404);
});
