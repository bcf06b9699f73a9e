import type { DocumentId } from '@common-ground/contract';
import { chooseKind, expectSaved } from '../editor';
import { shareWithMother } from '../homework';
import { expect, expectAccessible, test } from '../journey';

const TITLE = 'A long week';
const GOOD = 'One good thing this week?';
const HARD = 'What was hard this week?';
const ATE = 'We ate together.';

test('who has little strength does the short version, and loses nothing', async ({ as, api }) => {
  test.setTimeout(120_000);
  const therapist = await as('therapist');
  const mother = await as('mother');

  await test.step('the therapist marks what is in it', async () => {
    await therapist.goto('/app/library');
    await therapist.getByLabel('For which family?').selectOption('Torres family');
    await therapist.getByRole('button', { name: 'Start from blank' }).click();
    await therapist.getByRole('textbox', { name: 'Title of the worksheet' }).fill(TITLE);
    await chooseKind(therapist, 'Short answer');
    await therapist.keyboard.type(HARD);
    await chooseKind(therapist, 'Short answer');
    await therapist.keyboard.type(GOOD);
    await therapist
      .getByRole('checkbox', { name: /^In the short version/u })
      .last()
      .check();
    await expectSaved(therapist);
    await expectAccessible(therapist, 'the editor with a short version');
  });

  const id = therapist.url().split('/').at(-1) as DocumentId;
  await shareWithMother(await api('therapist'), await api('supervisor'), id);

  await test.step('the mother begins with the whole and turns to the short version', async () => {
    await mother.goto('/me');
    await mother.getByRole('link', { name: TITLE }).click();
    await mother.getByRole('link', { name: 'Start' }).click();
    await mother.getByRole('textbox', { name: HARD }).fill('We shouted.');
    await mother.getByRole('button', { name: 'Continue' }).click();
    await expect(mother.getByRole('heading', { level: 1, name: GOOD })).toBeVisible();
    await mother.goto('/me');
    await mother.getByRole('link', { name: TITLE }).first().click();
    await mother.getByRole('button', { name: 'Not this week' }).click();
    await expect(mother.getByText('It stays open if you change your mind.')).toBeVisible();
    await mother.getByRole('button', { name: 'Tell Elena Ruiz this was hard' }).click();
    await mother.getByRole('textbox', { name: 'What was hard?' }).fill('It was all too near.');
    await mother.getByRole('button', { name: 'Tell Elena Ruiz this was hard' }).click();
    await expect(mother.getByText('You told Elena Ruiz:')).toBeVisible();
    await expectAccessible(mother, 'a piece of homework that is a lot');
    await mother.getByRole('button', { name: 'Do the short version' }).click();
    await expect(mother.getByText('You chose the short version.')).toBeVisible();
    await expectAccessible(mother, 'the first page with the short version');
    await mother.getByRole('link', { name: 'Start' }).click();
    await expect(mother.getByText('Question 1 of 1')).toBeVisible();
    await mother.getByRole('textbox', { name: GOOD }).fill(ATE);
    await mother.getByRole('button', { name: 'Continue' }).click();
    await expect(mother.getByText('This is the short version. That is enough.')).toBeVisible();
    await mother.getByRole('button', { name: 'Send to Elena Ruiz' }).click();
    await expect(mother).toHaveURL(/\/sent$/u);
  });

  await test.step('the therapist reads that calmly, and not what was beyond it', async () => {
    await therapist.goto('/app');
    await expect(therapist.getByText('Rosa Torres told you this was hard:')).toBeVisible();
    await expect(therapist.getByText('It was all too near.')).toHaveCount(0);
    await therapist.getByRole('link', { name: TITLE }).first().click();
    await expect(therapist.getByText('It was all too near.')).toBeVisible();
    await expect(therapist.getByText('Rosa Torres did the short version.')).toBeVisible();
    await expect(therapist.getByText(ATE)).toBeVisible();
    await expect(therapist.getByText('We shouted.')).toHaveCount(0);
  });
});
