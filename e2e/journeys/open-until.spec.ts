import type { Page, Share } from '@common-ground/contract';
import { Client } from 'pg';
import { LOOKS_LIKE, homeworkOf } from '../homework';
import { expect, expectAccessible, test } from '../journey';

const TOO_LATE = 'Somebody who stays until I sleep.';

test('homework whose last day goes by is read, late words are handed back, and its author still says who reads it', async ({
  as,
  api,
  world,
}) => {
  const [therapist, father] = [await api('therapist'), await api('father')];
  const [sent, begun] = [await homeworkOf(father), await homeworkOf(await api('mother'))];
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const { items } = (await therapist.get<Page<Share>>(`/api/documents/${sent.documentId}/shares`)).body;
  for (const { id, revision } of items) {
    const changed = await therapist.put(
      `/api/shares/${id}`,
      { dueOn: null, note: null, openUntilOn: inTwoDays },
      { 'if-match': `"${revision}"` },
    );
    expect(changed.status).toBe(200);
  }

  const mother = await as('mother');
  await mother.goto('/me');
  await expect(mother.getByText(/Open until/iu).first()).toBeVisible();
  await mother.goto(`/me/tasks/${begun.id}/q/${LOOKS_LIKE.number}`);
  const field = mother.getByRole('textbox', { name: LOOKS_LIKE.question });
  await expect(field).toBeVisible();

  const owner = new Client({ connectionString: world.database.ownerUrl });
  await owner.connect();
  await owner.query('update share set open_until_on = current_date - 2 where id = any ($1::uuid[])', [
    items.map(({ id }) => id),
  ]);
  await owner.end();

  await field.fill(TOO_LATE);
  await expect(mother.getByRole('heading', { level: 1, name: 'This page is closed' })).toBeVisible();
  mother.once('dialog', (question) => void question.accept());
  await mother.goto('/left-words');
  await expect(mother.getByText(TOO_LATE)).toBeVisible();
  await expect(mother.getByText('The page for it is closed, so it can’t be saved.')).toBeVisible();
  await expectAccessible(mother, 'words on this device');
  await mother.getByRole('button', { name: 'Delete it from this device' }).tap();
  await expect(mother.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await mother.getByRole('button', { name: 'Yes, delete my text' }).tap();
  await expect(mother.getByText('There are none. All you wrote here has arrived.')).toBeVisible();
  await expect(mother.getByRole('heading', { level: 1 })).toBeFocused();
  await mother.goto(`/me/tasks/${begun.id}`);
  await expect(mother.getByText('It was not sent, so nobody else reads it.')).toBeVisible();
  await expect(mother.getByText(/^You and/u)).toHaveCount(0);

  const noted = await therapist.post(`/api/homework/${sent.id}/notes`, { text: 'You took your time.' });
  expect(noted.status).toBe(201);
  const phone = await as('father');
  await phone.goto(`/me/tasks/${sent.id}`);
  await expect(phone.getByText('You took your time.')).toBeVisible();
  const first = phone
    .locator('cg-answer-list li')
    .filter({ has: phone.locator('cg-who-sees') })
    .first();
  const asked = await first.getByRole('heading').textContent();
  await first.getByText('Change who can see this').tap();
  await expectAccessible(phone, 'what was sent and is over');
  await phone.context().setOffline(true);
  await first.getByRole('radio', { name: 'Only me for now' }).check();
  await expect(phone.getByText('Offline – kept on this device')).toBeVisible();
  await expect(first.getByText('Only you can see this for now.')).toHaveCount(0);
  await phone.context().setOffline(false);
  await expect(first.getByText('Only you can see this for now.')).toBeVisible();
  const hidden = (await homeworkOf(father)).answers.filter(({ visibility }) => visibility === 'not-yet');
  expect(hidden.length, asked ?? '').toBeGreaterThan(0);
});
