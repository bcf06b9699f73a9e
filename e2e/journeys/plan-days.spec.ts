import type { Task } from '@common-ground/contract';
import { expectSaved } from '../editor';
import { expect, expectAccessible, test } from '../journey';

test('a mother writes how it went with her limit, day by day, and her therapist reads what she lets him', async ({
  as,
  api,
}) => {
  const mother = await as('mother');
  await mother.goto('/me');
  await mother.getByRole('link', { name: 'Rosa’s plan for calm evenings' }).tap();
  await expect(
    mother.getByText('When you have read it, you can write here how each day went.'),
  ).toBeVisible();
  await mother.getByRole('button', { name: 'I have read it' }).tap();
  await mother.getByRole('link', { name: 'Write how it went' }).tap();

  await expect(mother.getByRole('heading', { level: 1, name: 'How did it go?' })).toBeFocused();
  await mother.getByRole('link', { name: 'The day before' }).tap();
  await mother.getByRole('radio', { name: 'It was crossed' }).check();
  await mother.getByRole('textbox', { name: 'What I did' }).fill('I shouted back and then I left the room.');
  await mother.getByRole('link', { name: 'The day after' }).tap();
  await mother.getByRole('radio', { name: 'I kept it' }).check();
  await mother.getByRole('textbox', { name: 'What I learned' }).fill('Twenty minutes is enough.');
  await expectSaved(mother);
  await expect(
    mother.getByText('You kept it on 1 day. It bent on 0 days. It was crossed on 1 day.'),
  ).toBeVisible();
  await expect(
    mother.getByText('After the last hard time, the plan was kept again the next day.'),
  ).toBeVisible();
  await expectAccessible(mother, 'the days of a boundary plan');

  await mother.getByText('Change who can see this').tap();
  await mother.getByRole('radio', { name: 'Only me for now' }).check();
  const session = await api('mother');
  const plan = /items\/([^/]+)\//u.exec(mother.url())?.[1] ?? '';
  const kept = async (): Promise<number> => {
    const { answers } = (await session.get<Task>(`/api/homework/${plan}`)).body;
    return answers.filter(({ visibility }) => visibility === 'not-yet').length;
  };
  // Before the first of the two words has been answered.
  mother.once('dialog', (question) => void question.accept());
  await mother.reload();
  await expect.poll(kept, 'all that was said about the day follows the choice').toBe(2);
  await expect(mother.getByRole('radio', { name: 'I kept it' })).toBeChecked();
  await expect(mother.getByText('Only you can see this for now.')).toBeVisible();

  const therapist = await as('therapist');
  await therapist.goto('/app/families');
  await therapist.getByRole('link', { name: 'Torres family' }).click();
  await therapist.getByRole('link', { name: 'Read all answers' }).click();
  await expect(therapist.getByText('I shouted back and then I left the room.')).toBeVisible();
  await expect(
    therapist.getByText(/kept it on 0 days\. It bent on 0 days\. It was crossed on 1 day\./u),
  ).toBeVisible();
  await expect(therapist.getByText('Twenty minutes is enough.')).toHaveCount(0);
  await expectAccessible(therapist, 'what came back, with the days of a plan');
});

test('words about a day are written offline too, and reach the server later', async ({ as, api }) => {
  const mother = await as('mother');
  await mother.goto('/me');
  await mother.getByRole('link', { name: 'Rosa’s plan for calm evenings' }).tap();
  await mother.getByRole('button', { name: 'I have read it' }).tap();
  await mother.getByRole('link', { name: 'Write how it went' }).tap();
  await expect(mother.getByRole('textbox', { name: 'What I did' })).toBeVisible();
  await mother.context().setOffline(true);
  await mother.getByRole('textbox', { name: 'What I did' }).fill('I went for a walk instead.');
  await expect(mother.getByText('Offline – kept on this device')).toBeVisible();
  await mother.context().setOffline(false);
  await expectSaved(mother);
  const { body } = await (await api('mother')).get<unknown>('/api/me/export');
  expect(JSON.stringify(body)).toContain('I went for a walk instead.');
});
