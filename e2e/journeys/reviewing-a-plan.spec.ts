import type { FamilySession, FamilySummary, Page as ListOf, SessionPlan } from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';

const PURPOSE = 'One small step for the mornings.';

test('the plan of an hour goes to supervision, comes back at one place, and is approved', async ({
  as,
  api,
}) => {
  test.setTimeout(180_000);
  const server = await api('therapist');
  const { items } = (await server.get<ListOf<FamilySummary>>('/api/families?limit=100')).body;
  const familyId = items.find(({ name }) => name === 'Torres family')?.id ?? '';
  const begun = (
    await server.post<FamilySession>(`/api/families/${familyId}/sessions`, {
      ...{ format: 'problem-solving', startsOn: '2027-01-05', startTime: '16:00', language: 'en' },
    })
  ).body;
  const plan: SessionPlan = {
    ...begun.plan,
    purpose: PURPOSE,
    groundRules: ['One speaks at a time.', 'We say what is wrong with each other.'],
  };
  await server.put(`/api/sessions/${begun.id}`, plan, { 'if-match': `"${begun.revision}"` });

  const desk = await as('therapist');
  const review = await as('supervisor');
  const supervision = desk.getByRole('region', { name: 'Supervision of this plan' });

  await test.step('the desk says that nobody has looked at it, and the therapist sends it', async () => {
    await desk.goto(`/app/sessions/${begun.id}`);
    await expect(supervision).toContainText('Nobody has looked at this plan yet.');
    await expect(supervision).toContainText('You can still ask people and lead the session');
    await supervision.getByText('Send the plan for review').click();
    await supervision.getByLabel('Note to your supervisor (optional)').fill('Is the second rule too hard?');
    await expectAccessible(desk, 'sending a plan');
    // A note that was begun is there again.
    await desk.reload();
    await expect(supervision.getByLabel('Note to your supervisor (optional)')).toHaveValue(
      'Is the second rule too hard?',
    );
    await supervision.getByRole('button', { name: 'Send to Martha Okafor' }).click();
    await expect(supervision.getByRole('status')).toContainText('The plan is with Martha Okafor.');
    await expect(desk.getByRole('heading', { name: 'Supervision of this plan' })).toBeFocused();
  });

  await test.step('the supervisor finds it with its hour, and asks for a change at its place', async () => {
    await review.goto('/app/reviews');
    const line = review.getByRole('listitem').filter({ hasText: PURPOSE });
    await expect(line).toContainText('Plan of a session from Elena Ruiz for Torres family');
    await expect(line).toContainText('For the session on');
    await line.getByRole('link', { name: PURPOSE }).click();
    const paper = review.getByRole('article', { name: 'The plan of the session' });
    await expect(paper).toContainText('Who comes');
    await expect(paper).toContainText('We say what is wrong with each other.');
    await expect(review.getByText('Is the second rule too hard?')).toBeVisible();
    await expectAccessible(review, 'the review of a plan');
    await review.getByRole('button', { name: `Mark as read: ${PURPOSE}` }).click();
    await review.getByRole('button', { name: 'Comment on: We say what is wrong with each other.' }).click();
    await review
      .getByRole('textbox', { name: 'Comment on: We say what is wrong with each other.' })
      .fill('That invites blame.');
    await review.getByRole('button', { name: 'Suggest other words' }).click();
    await review.getByLabel('Other words').fill('We say what we need.');
    await review.getByRole('button', { name: 'Add comment' }).click();
    await expect(review.getByText('not sent yet')).toBeVisible();
    await review.getByRole('radio', { name: /^Ask for changes/u }).check();
    await review.getByRole('button', { name: 'Ask Elena Ruiz for changes' }).click();
    await expect(review.getByRole('heading', { name: 'Elena Ruiz has your comments' })).toBeFocused();
  });

  await test.step('it stands first on Today, leads to the desk, and the words are taken with one tap', async () => {
    await desk.goto('/app');
    const returned = desk.getByRole('region', { name: 'Returned by your supervisor' });
    await returned.getByRole('link', { name: PURPOSE }).click();
    await expect(supervision).toContainText('Martha Okafor asks for changes in the plan.');
    const at = supervision.getByRole('group', { name: 'Ground rule', exact: true });
    await expect(at).toContainText('That invites blame.');
    await expectAccessible(desk, 'a plan that came back');
    await at.getByRole('button', { name: 'Take these words: We say what we need.' }).click();
    await expect(at.getByText('These words were taken.')).toBeFocused();
    await expect(desk.getByLabel('Ground rules')).toHaveValue('One speaks at a time.\nWe say what we need.');
    await at.getByRole('link', { name: /^Go there/u }).click();
    await expect(desk.getByLabel('Ground rules')).toBeFocused();
    await expect(desk.getByRole('status').filter({ hasText: /^\s*Saved /u })).toBeVisible();
    await supervision.getByText('Send the plan for review again').click();
    await supervision.getByRole('button', { name: 'Send to Martha Okafor' }).click();
    await expect(supervision.getByRole('status')).toContainText('The plan is with Martha Okafor.');
  });

  await test.step('the second round tells only what changed, and is approved', async () => {
    await review.getByRole('link', { name: 'Back to Reviews' }).click();
    await review.getByRole('link', { name: PURPOSE }).click();
    await expect(review.getByText('This is round 2.')).toBeVisible();
    const changed = review.getByRole('region', { name: 'What changed since you last judged it' });
    await expect(changed.getByRole('listitem')).toHaveCount(1);
    await expect(changed).toContainText(
      'Ground rule: Reworded from “We say what is wrong with each other.” to “We say what we need.”.',
    );
    await review.getByRole('radio', { name: /^Approve/u }).check();
    await review.getByRole('button', { name: 'Approve for Elena Ruiz' }).click();
    await expect(review.getByRole('heading', { name: 'Approved. Elena Ruiz is told.' })).toBeFocused();
  });

  await test.step('a change that matters needs another look, and one that does not leaves it approved', async () => {
    await desk.reload();
    await expect(supervision.getByRole('status')).toContainText('Martha Okafor approved this plan on');
    await desk.getByLabel('Day', { exact: true }).fill('2027-01-12');
    await expect(supervision.getByRole('status')).toContainText(
      'What has changed since does not matter for that.',
    );
    await desk.getByLabel('What this hour is for').fill('Something else.');
    await expect(supervision.getByRole('status')).toContainText('This plan needs another look.');
    await expect(supervision.getByRole('listitem')).toContainText(
      `What it is for: Reworded from “${PURPOSE}” to “Something else.”.`,
    );
    await expectAccessible(desk, 'a plan that needs another look');
  });
});
