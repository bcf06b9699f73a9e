import type { FamilySessionSummary, Page, SessionRun } from '@common-ground/contract';
import { expectSaved } from '../editor';
import { expect, expectAccessible, test } from '../journey';

const WORDS = 'I wanted to say one thing more about the mornings.';

test('after the hour somebody says how it was for them, and only their therapist reads it', async ({
  as,
  api,
}) => {
  const server = await api('therapist');
  const [ahead] = (await server.get<Page<FamilySessionSummary>>('/api/sessions')).body.items;
  const id = ahead?.id ?? '';
  const phone = await as('mother');
  await phone.goto(`/me/sessions/${id}`);
  await expect(phone.getByRole('heading', { level: 1, name: /^Family session, /u })).toBeVisible();
  await expect(phone.getByRole('link', { name: 'Say how it was for you' })).toHaveCount(0);

  const run = (await server.post<SessionRun>(`/api/sessions/${id}/run`)).body;
  const closed = {
    ...{ at: null, end: 'closed', breathing: run.breathing, round: run.round },
    entries: run.entries.map(({ id: entry, added, leftOut }) => ({ id: entry, added, leftOut })),
  };
  await server.put(`/api/sessions/${id}/run`, closed, { 'if-match': `"${run.revision}"` });

  await phone.reload();
  await phone.getByRole('link', { name: 'Say how it was for you' }).click();
  await expect(phone.getByRole('heading', { level: 1, name: 'How was it for you?' })).toBeFocused();
  await expect(phone.getByText('Who reads it: Elena Ruiz')).toBeVisible();
  await expectAccessible(phone, 'before looking back');
  await phone.getByRole('link', { name: 'Begin' }).click();

  await expect(
    phone.getByRole('heading', { level: 1, name: 'Could you say what you wanted to say?' }),
  ).toBeFocused();
  await phone.getByRole('radio', { name: 'Some of it' }).check();
  await phone.getByLabel('In your own words (optional)').fill(WORDS);
  await expectSaved(phone);
  await expectAccessible(phone, 'a question about the hour');

  // Somebody stops in the middle: nothing is lost, and nobody reads it before it is sent.
  const page = await as('therapist');
  await page.goto(`/app/sessions/${id}/run`);
  const list = page.getByRole('region', { name: 'How it was for each of them' });
  await expect(list.getByText('Ready when they are.').first()).toBeVisible();
  await expect(list).not.toContainText(WORDS);
  await phone.goto('/me');
  await expect(phone.getByText('You have begun. Nothing is sent yet.')).toBeVisible();
  await phone.getByRole('region', { name: 'After the family session' }).getByRole('link').first().click();
  await expect(phone.getByText(WORDS)).toBeVisible();
  await phone.getByRole('link', { name: 'Look at my answers' }).click();

  await phone
    .getByRole('link', { name: 'Change your answer to: What would be good for you next time?' })
    .click();
  await phone.getByRole('radio', { name: 'Talk with me first' }).check();
  await phone.getByRole('button', { name: 'Save and go back to your answers' }).click();
  await expect(phone.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeFocused();
  await expectAccessible(phone, 'what was said about the hour');
  await phone.getByRole('button', { name: 'Send to Elena Ruiz' }).click();
  await expect(phone.getByRole('heading', { level: 1, name: 'Thank you. It is sent.' })).toBeVisible();

  await page.reload();
  await expect(list).toContainText(WORDS);
  await expect(list).toContainText('Talk with me first');
  await expectAccessible(page, 'what people said about the hour');

  const client = await as('client');
  await client.goto('/me');
  await expect(client.getByRole('main')).not.toContainText(WORDS);
});
