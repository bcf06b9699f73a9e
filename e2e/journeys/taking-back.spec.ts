import type { Page, Share } from '@common-ground/contract';
import { expectSaved } from '../editor';
import { LOOKS_LIKE, SUPPORT, homeworkOf } from '../homework';
import { expect, expectAccessible, test } from '../journey';

test('a consent taken back in two taps closes what it opened at the next request', async ({ as, api }) => {
  const [client, mother] = [await as('client'), await as('mother')];
  await mother.goto('/me');
  await expect(mother.getByRole('heading', { name: SUPPORT })).toBeVisible();
  const task = await homeworkOf(await api('mother'));

  await client.goto('/me');
  await client.getByRole('link', { name: 'Who can see what I write' }).click();
  await client.getByRole('button', { name: 'your yes for Rosa Torres' }).tap();
  await client.getByRole('button', { name: 'Yes, take it back' }).tap();
  await expect(client.getByText('Done. You took it back for Rosa Torres.')).toBeVisible();
  await expect(client.getByRole('button', { name: 'your yes for David Torres' })).toBeVisible();
  await expect(client.getByRole('button', { name: 'your yes for Rosa Torres' })).toHaveCount(0);

  await mother.getByRole('link', { name: 'What this is about' }).click();
  await expect(mother.getByRole('main')).not.toContainText(SUPPORT);
  await mother.goto('/me');
  await expect(mother.getByRole('heading', { level: 1, name: 'Hello, Rosa Torres' })).toBeVisible();
  await expect(mother.getByRole('main')).not.toContainText(SUPPORT);
  for (const what of ['', '/pdf']) {
    const answer = await mother.request.get(`/api/homework/${task.id}${what}`);
    expect([404, 410], `homework${what}`).toContain(answer.status());
  }
});

test('what somebody was writing when it was taken back is theirs, to copy or to delete', async ({
  as,
  api,
}) => {
  const [therapist, brother] = [await as('therapist'), await as('brother')];
  await brother.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const task = await homeworkOf(await api('brother'));
  await brother.goto(`/me/tasks/${task.id}/q/${LOOKS_LIKE.number}`);
  const field = brother.getByRole('textbox', { name: LOOKS_LIKE.question });
  await field.fill('Somebody to play');
  await expectSaved(brother);

  await therapist.goto(`/app/docs/${task.documentId}/share`);
  await therapist.getByRole('button', { name: 'Stop sharing with' }).click();
  await therapist.getByRole('button', { name: 'Stop sharing with' }).click();
  await expect(
    therapist.getByRole('status').filter({ hasText: /Leo Torres.* can no longer open it/u }),
  ).toBeVisible();

  await field.fill('Somebody to play chess with on Sundays.');
  await expect(brother.getByRole('heading', { level: 1, name: 'This page is closed' })).toBeVisible();
  await expect(brother.getByText('Your text is yours: copy it or delete it.')).toBeVisible();
  await expect(brother.getByText('Somebody to play chess with on Sundays.')).toBeVisible();
  await expectAccessible(brother, 'taken back');
  await brother.getByRole('button', { name: 'Copy my text' }).tap();
  await expect(brother.getByText('Copied. You can paste it where you like.')).toBeVisible();
  expect(await brother.evaluate(() => navigator.clipboard.readText())).toContain('chess with on Sundays.');
  await brother.getByRole('button', { name: 'Delete it from this device' }).tap();
  await brother.getByRole('button', { name: 'Yes, delete my text' }).tap();
  await expect(brother.getByText('Your text is deleted from this device.')).toBeVisible();
  await expect(brother.getByText('chess')).toHaveCount(0);
  await brother.getByRole('link', { name: 'Go to home' }).tap();
  await expect(brother.getByRole('heading', { name: 'Nothing to do right now' })).toBeVisible();
});

test('a first answer that never left the device is handed back after a reload, when it was taken back meanwhile', async ({
  as,
  api,
}) => {
  const [therapist, brother] = [await api('therapist'), await as('brother')];
  const task = await homeworkOf(await api('brother'));
  await brother.goto(`/me/tasks/${task.id}/q/${LOOKS_LIKE.number}`);
  const answers = '**/api/homework/*/answers/*';
  await brother.route(answers, (request) => request.abort());
  await brother.getByRole('textbox', { name: LOOKS_LIKE.question }).fill('Somebody to play chess with.');
  await expect(brother.getByText('Not saved – trying again')).toBeVisible();

  const { body } = await therapist.get<Page<Share>>(`/api/documents/${task.documentId}/shares`);
  const share = body.items.find(({ people }) =>
    people.some(({ displayName }) => displayName === 'Leo Torres'),
  );
  expect((await therapist.post(`/api/shares/${share?.id}/revoke`)).status).toBe(200);
  brother.once('dialog', (question) => void question.accept());
  await brother.reload();
  await brother.unroute(answers);

  await expect(brother.getByRole('heading', { level: 1, name: 'This page is closed' })).toBeVisible();
  await expect(brother.getByText(LOOKS_LIKE.question)).toBeVisible();
  await expect(brother.getByText('Somebody to play chess with.')).toBeVisible();
});
