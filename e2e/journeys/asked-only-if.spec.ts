import type { DocumentId } from '@common-ground/contract';
import type { Page } from '@playwright/test';
import { chooseKind, expectSaved } from '../editor';
import { shareWithMother } from '../homework';
import { expect, expectAccessible, test } from '../journey';

const TITLE = 'After the talk';
const TALKED = 'Did you talk?';
const HOW = 'How did it go?';
const NEXT = 'What comes next?';
const KEPT = 'We shouted, and I left the room.';

test('a question is asked only where an earlier answer asks for it', async ({ as, api }) => {
  test.setTimeout(120_000);
  const therapist = await as('therapist');
  const mother = await as('mother');

  await test.step('the therapist says when it is asked, in words', async () => {
    await therapist.goto('/app/library');
    await therapist.getByLabel('For which family?').selectOption('Torres family');
    await therapist.getByRole('button', { name: 'Start from blank' }).click();
    await therapist.getByRole('textbox', { name: 'Title of the worksheet' }).fill(TITLE);
    await chooseKind(therapist, 'Yes or no');
    await therapist.keyboard.type(TALKED);
    await chooseKind(therapist, 'Short answer');
    await therapist.keyboard.type(HOW);
    await therapist.getByRole('button', { name: `Ask only if…: ${HOW}` }).click();
    await expect(therapist.getByText(`Only if “${TALKED}” is “Yes”`)).toBeVisible();
    await chooseKind(therapist, 'Short answer');
    await therapist.keyboard.type(NEXT);
    await expectSaved(therapist);
    await expectAccessible(therapist, 'the editor with a condition');
  });

  await test.step('taking the question away says what to do about what depends on it', async () => {
    const about = therapist.getByRole('button', { name: `${TALKED}: move, change or delete` });
    await about.click();
    await therapist.getByRole('menuitem', { name: 'Delete' }).click();
    // Nobody is told what is missing in the block they are in.
    await expect(therapist.getByRole('textbox', { name: 'Block 1, question, Short answer' })).toBeFocused();
    await therapist.getByRole('textbox', { name: 'Title of the worksheet' }).click();
    await expect(therapist.getByText('Choose another one, or always ask it.')).toBeVisible();
    await therapist.getByRole('button', { name: 'Undo' }).click();
    await expect(therapist.getByText(`Only if “${TALKED}” is “Yes”`)).toBeVisible();
    await expect(therapist.getByText('Choose another one, or always ask it.')).toHaveCount(0);
    await expectSaved(therapist);
  });

  const id = therapist.url().split('/').at(-1) as DocumentId;
  await shareWithMother(await api('therapist'), await api('supervisor'), id);

  await test.step('the mother meets it only after a yes, and what she takes back stays hers', async () => {
    await mother.goto('/me');
    await mother.getByRole('link', { name: TITLE }).click();
    await mother.getByRole('link', { name: 'Start' }).click();
    await isAsked(mother, 'Question 1 of 2', TALKED);
    await mother.getByRole('radio', { name: 'Yes', exact: true }).check();
    await goOn(mother);
    await isAsked(mother, 'Question 2 of 3', HOW);
    await mother.getByRole('textbox', { name: HOW }).fill(KEPT);
    await goOn(mother);
    await isAsked(mother, 'Question 3 of 3', NEXT);
    await mother.getByRole('textbox', { name: NEXT }).fill('A walk.');
    await goOn(mother);
    await expect(mother.getByRole('heading', { name: 'Check your answers' })).toBeFocused();
    await expect(mother.getByText(KEPT)).toBeVisible();

    await mother.getByRole('link', { name: `Change your answer to: ${TALKED}` }).click();
    await mother.getByRole('radio', { name: 'No', exact: true }).check();
    await mother.getByRole('button', { name: 'Save and go back to your answers' }).click();
    await expect(mother.getByRole('heading', { name: 'Check your answers' })).toBeFocused();
    await expect(mother.getByText(HOW)).toHaveCount(0);
    await expect(mother.getByText(KEPT)).toHaveCount(0);
    await mother.getByRole('button', { name: 'Send to Elena Ruiz' }).click();
    await expect(mother.getByText(`You sent 2 answers to “${TITLE}”.`)).toBeVisible();
  });

  await test.step('the therapist reads what was asked, and nothing that was kept', async () => {
    await therapist.goto('/app');
    await therapist
      .getByRole('region', { name: 'What came back' })
      .getByRole('link', { name: TITLE })
      .click();
    const hers = therapist.getByRole('region', { name: 'Rosa Torres (mother)' });
    await expect(hers).toContainText('A walk.');
    await expect(hers).not.toContainText(KEPT);
    await therapist.getByRole('link', { name: 'By question' }).click();
    await expect(therapist.getByText(`Only if “${TALKED}” is “Yes”`)).toBeVisible();
    await expect(therapist.getByRole('main')).not.toContainText(KEPT);
  });
});

async function isAsked(page: Page, number: string, question: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeFocused();
  await expect(page.getByText(number)).toBeVisible();
}

async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
}
