import type { Page } from '@playwright/test';
import { expect, test } from '../journey';
import { blockHolding, chooseKind, expectSaved, questionsInOrder, writeBelow, writeChoices } from '../editor';

const TITLE = 'Mornings at home';
const OLD_QUESTION = 'Which part is hardest?';
const NEW_QUESTION = 'Which part would you change first?';
const HEARD = 'The kettle, and Maya laughing on the telephone.';
const HOPED = 'Ten quiet minutes before anybody asks me anything.';
const NOTE = 'Ten minutes is a clear wish, Rosa. Let us plan it together.';

test('a worksheet goes from the empty page to a note on an answer', async ({ browse, as }) => {
  test.setTimeout(240_000);
  const therapist = await browse('desktop');
  const supervisor = await browse('desktop');
  const mother = await as('mother');
  const [father, brother] = [await as('father'), await as('brother')];

  await test.step('the therapist writes it', async () => {
    await comeIn(therapist, 'Elena Ruiz');
    await therapist.getByRole('link', { name: 'New worksheet' }).click();
    await therapist.getByLabel('For which family?').selectOption('Torres family');
    await therapist.getByRole('button', { name: 'Start from blank' }).click();
    await write(therapist);
    await putInOrder(therapist);
  });

  await test.step('and sends it to her supervisor', async () => {
    await sendForReview(therapist, 'It is for the weekend. Is it short enough?');
  });

  await test.step('the supervisor comments and asks for changes', async () => {
    await comeIn(supervisor, 'Martha Okafor');
    await expect(supervisor.getByRole('heading', { name: 'Reviews' })).toBeVisible();
    await supervisor.getByRole('link', { name: TITLE }).click();
    await expect(supervisor.getByText('It is for the weekend. Is it short enough?')).toBeVisible();
    await supervisor.getByRole('button', { name: `Comment on: ${OLD_QUESTION}` }).click();
    await supervisor
      .getByRole('textbox', { name: `Comment on: ${OLD_QUESTION}` })
      .fill('Could this ask for a wish and not for a complaint?');
    await supervisor.getByRole('button', { name: 'Add comment' }).click();
    await expect(supervisor.getByText('not sent yet')).toBeVisible();
    await supervisor.getByRole('radio', { name: 'Ask for changes' }).check();
    await supervisor.getByLabel('In a few words (optional)').fill('Nearly there.');
    await supervisor.getByRole('button', { name: 'Ask Elena Ruiz for changes' }).click();
    await expect(supervisor.getByRole('heading', { name: 'Elena Ruiz has your comments' })).toBeVisible();
  });

  await test.step('the therapist answers the comment at its block, changes the text and sends it again', async () => {
    await therapist.getByRole('link', { name: 'Today', exact: true }).click();
    await therapist
      .getByRole('region', { name: 'Returned by your supervisor' })
      .getByRole('link', { name: TITLE })
      .click();
    const block = blockHolding(therapist, 4);
    await expect(block).toContainText('Could this ask for a wish and not for a complaint?');
    await block.getByRole('button', { name: 'Reply to Martha Okafor' }).click();
    await block.getByRole('textbox', { name: 'Reply to Martha Okafor' }).fill('Yes, I turned it around.');
    await block.getByRole('button', { name: 'Send reply' }).click();
    await expect(block.getByText('Yes, I turned it around.')).toBeVisible();
    await block.getByRole('textbox', { name: 'Block 4, question, One choice' }).fill(NEW_QUESTION);
    await expectSaved(therapist);
    await sendForReview(therapist, '');
  });

  await test.step('the supervisor sees what changed and approves', async () => {
    await supervisor.getByRole('link', { name: 'Back to Reviews' }).click();
    await supervisor.getByRole('link', { name: TITLE }).click();
    await expect(supervisor.getByText('This is round 2.')).toBeVisible();
    const changes = supervisor.getByRole('region', { name: 'What changed since you last judged it' });
    await expect(changes).toContainText(`Reworded from “${OLD_QUESTION}” to “${NEW_QUESTION}”.`);
    await expect(changes.getByRole('listitem')).toHaveCount(1);
    await expect(supervisor.getByText('Yes, I turned it around.')).toBeVisible();
    await supervisor.getByRole('radio', { name: /^Approve/u }).check();
    await supervisor.getByRole('button', { name: 'Approve for Elena Ruiz' }).click();
    await expect(
      supervisor.getByRole('heading', { name: 'Approved. Elena Ruiz may share it.' }),
    ).toBeVisible();
  });

  await test.step('the therapist sees who will see what, and shares it', () => share(therapist));

  await test.step('the mother answers every question, one a page, and sends', () => answer(mother));

  await test.step('father and brother have their own sheet and nothing of hers', async () => {
    for (const [somebody, name] of [
      [father, 'David Torres'],
      [brother, 'Leo Torres'],
    ] as const) {
      await expectNothingOfHers(somebody, name, mother.url());
    }
  });

  await test.step('the therapist reads by person and by question and leaves a note', () => read(therapist));

  await test.step('the mother reads the note, and nobody else', async () => {
    await mother.getByRole('link', { name: 'Go to home' }).click();
    await expect(mother.getByText('There is a note from Elena Ruiz')).toBeVisible();
    await mother.getByRole('link', { name: TITLE }).click();
    await expect(mother.getByText(NOTE)).toBeVisible();
    // For the father it is the next thing to do; for the brother it waits behind one he had before.
    for (const [somebody, wayIn] of [
      [father, 'Start'],
      [brother, TITLE],
    ] as const) {
      await somebody.goto('/me');
      await somebody.getByRole('link', { name: wayIn }).click();
      await expect(somebody.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
      await expect(somebody.getByRole('main')).not.toContainText(NOTE);
      await expect(somebody.getByRole('main')).not.toContainText(HOPED);
    }
  });
});

async function comeIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('link', { name: 'Sign out' })).toBeVisible();
}

/** Every kind of block, half of them by keyboard alone and half through the *Add* menu. */
async function write(page: Page): Promise<void> {
  const title = page.getByRole('textbox', { name: 'Title of the worksheet' });
  await expect(title).toBeFocused();
  await title.press('ControlOrMeta+a');
  await page.keyboard.type(TITLE);
  await page.getByLabel('Why this helps').fill('A calm start carries the whole day.');

  await title.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Block 1, guidance' })).toBeFocused();
  await page.keyboard.type('Think of one ordinary morning this week.');
  await writeBelow(page, 'Section', 'One morning');
  await writeBelow(page, 'Short answer', 'What is the first thing you hear?');
  await writeBelow(page, 'One choice', OLD_QUESTION, ['Getting up', 'Breakfast', 'Leaving the house']);
  await writeBelow(page, 'Several choices', 'What helps already?', ['Music', 'Quiet']);
  await writeBelow(page, 'Scale from 0 to 10', 'How rushed is it?');
  await page.getByLabel('0 means', { exact: true }).fill('not at all');
  await page.getByLabel('10 means').fill('as much as can be');

  await chooseKind(page, 'Yes or no');
  await page.keyboard.type('Does everybody eat together?');
  await chooseKind(page, 'Long answer');
  await page.keyboard.type('What do you wish for?');
  await chooseKind(page, 'Checklist');
  await page.keyboard.type('What will you try?');
  await writeChoices(page, ['Lay out clothes', 'Set one alarm']);
  await chooseKind(page, 'Date');
  await page.keyboard.type('From which day?');
  await blockHolding(page, 10).getByLabel('Optional').check();
  await expectSaved(page);
}

/** Moves one block by keyboard and one by hand, takes it back and does it again. */
async function putInOrder(page: Page): Promise<void> {
  const wish = page.getByRole('textbox', { name: 'Block 8, question, Long answer' });
  await wish.press('Alt+Shift+ArrowDown');
  await expect(page.getByText('What do you wish for? moved to 9 of 10')).toBeAttached();
  await expect(page.getByRole('textbox', { name: 'Block 9, question, Long answer' })).toBeFocused();

  const tail = ['Does everybody eat together?', 'What will you try?'];
  const [wished, day] = ['What do you wish for?', 'From which day?'];
  await expect.poll(async () => (await questionsInOrder(page)).slice(-4)).toEqual([...tail, wished, day]);
  await dragAbove(page, day, wished);
  await expect(page.getByText('From which day? moved to 9 of 10')).toBeAttached();
  await expect.poll(async () => (await questionsInOrder(page)).slice(-4)).toEqual([...tail, day, wished]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await questionsInOrder(page)).slice(-4)).toEqual([...tail, wished, day]);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(async () => (await questionsInOrder(page)).slice(-4)).toEqual([...tail, day, wished]);

  await expectSaved(page);
  await page.reload();
  await expect.poll(async () => (await questionsInOrder(page)).slice(-4)).toEqual([...tail, day, wished]);
}

/** At the very end of the page, where a block being lifted must not make the page scroll under the hand. */
async function dragAbove(page: Page, dragged: string, other: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).scrollIntoViewIfNeeded();
  const handle = page.getByRole('button', { name: `${dragged}: move, change or delete` });
  const target = page.getByRole('button', { name: `${other}: move, change or delete` });
  await handle.hover();
  const [from, to] = [await handle.boundingBox(), await target.boundingBox()];
  if (!from || !to) throw new Error('Both blocks have to be in view.');
  const x = from.x + from.width / 2;
  await page.mouse.down();
  await page.mouse.move(x, from.y - 20, { steps: 5 });
  await page.mouse.move(x, to.y + 40, { steps: 10 });
  await page.mouse.up();
}

async function sendForReview(page: Page, note: string): Promise<void> {
  await page.getByRole('link', { name: 'Send to Martha Okafor for review' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Send “${TITLE}” for review` })).toBeVisible();
  await page.getByLabel('Note to your supervisor (optional)').fill(note);
  await page.getByRole('button', { name: 'Send to Martha Okafor' }).click();
  await expect(page.getByRole('heading', { name: 'It is with Martha Okafor' })).toBeVisible();
}

async function share(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Back to Today' }).click();
  await page
    .getByRole('region', { name: 'Approved and ready to share' })
    .getByRole('listitem')
    .filter({ hasText: TITLE })
    .getByRole('link', { name: 'Choose who gets it' })
    .click();
  const cannot = page.getByRole('region', { name: 'Who cannot get it now' });
  await expect(cannot).toContainText('Carmen Vega (relative)');
  await expect(cannot).toContainText('No consent covers worksheets for Carmen Vega.');
  await expect(page.getByRole('checkbox', { name: 'Carmen' })).toHaveCount(0);
  for (const name of ['Rosa Torres (mother)', 'David Torres (father)', 'Leo Torres (brother)']) {
    const person = page.getByRole('checkbox', { name });
    await expect(person).toHaveAccessibleDescription(
      new RegExp(`Sees “${TITLE}”, version 2, and their own answers. Nobody else’s.*Elena Ruiz`, 'u'),
    );
    await person.check();
  }
  await page.getByRole('button', { name: 'Send to 3 people' }).click();
  await expect(page.getByRole('heading', { name: 'It is on its way to 3 people' })).toBeVisible();
}

/** The eight questions as the mother meets them, and how she answers each. */
async function answer(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: TITLE }).click();
  await expect(page.getByText('A calm start carries the whole day.')).toBeVisible();
  await expect(page.getByText('Only you and Elena Ruiz', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Start' }).click();

  const goOn = page.getByRole('button', { name: 'Continue' });
  const isAsked = async (number: number, question: string): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1, name: question })).toBeFocused();
    await expect(page.getByText(`Question ${number} of 8`)).toBeVisible();
  };

  await isAsked(1, 'What is the first thing you hear?');
  await goOn.click();
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: 'Write a few words, or choose “I’d rather not say”' }).click();
  const heard = page.getByRole('textbox', { name: 'What is the first thing you hear?' });
  await expect(heard).toBeFocused();
  await heard.fill(HEARD);
  await expectSaved(page);
  await goOn.click();

  await isAsked(2, NEW_QUESTION);
  await page.getByRole('radio', { name: 'Breakfast' }).check();
  await goOn.click();
  await isAsked(3, 'What helps already?');
  await page.getByRole('checkbox', { name: 'Music' }).check();
  await page.getByRole('checkbox', { name: 'Quiet' }).check();
  await goOn.click();
  await isAsked(4, 'How rushed is it?');
  await page.getByRole('radio', { name: '7', exact: true }).check();
  await goOn.click();
  await isAsked(5, 'Does everybody eat together?');
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await goOn.click();
  await isAsked(6, 'What will you try?');
  await page.getByRole('checkbox', { name: 'Set one alarm' }).check();
  await goOn.click();
  await isAsked(7, 'From which day?');
  await page.getByLabel('Month').fill('2');
  await page.getByLabel('Day', { exact: true }).fill('30');
  await page.getByLabel('Year').fill('2027');
  await goOn.click();
  await expect(summary).toContainText('Enter a real day');
  await page.getByLabel('Day', { exact: true }).fill('3');
  await goOn.click();
  await isAsked(8, 'What do you wish for?');
  await page.getByRole('textbox', { name: 'What do you wish for?' }).fill(HOPED);
  await goOn.click();

  await expect(page.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeFocused();
  for (const words of [
    HEARD,
    'Breakfast',
    'Music',
    '7 out of 10',
    'Set one alarm',
    'February 3, 2027',
    HOPED,
  ]) {
    await expect(page.getByText(words)).toBeVisible();
  }
  await page.getByRole('link', { name: `Change your answer to: ${NEW_QUESTION}` }).click();
  await page.getByRole('radio', { name: 'Getting up' }).check();
  await page.getByRole('button', { name: 'Save and go back to your answers' }).click();
  await expect(page.getByText('Getting up')).toBeVisible();
  await expect(page.getByText('Breakfast')).toHaveCount(0);
  await page.getByRole('button', { name: 'Send to Elena Ruiz' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you. It is sent.' })).toBeFocused();
  await expect(page.getByText(`You sent 8 answers to “${TITLE}”.`)).toBeVisible();
}

async function expectNothingOfHers(page: Page, name: string, hers: string): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: `Hello, ${name}` })).toBeVisible();
  await expect(page.getByText(TITLE).first()).toBeVisible();
  const ours = page.getByRole('main');
  await expect(ours).not.toContainText('Rosa');
  await page.goto(hers);
  await expect(page.getByText('You no longer have access to this. Ask your therapist.')).toBeVisible();
  await expect(ours).not.toContainText(TITLE);
  await expect(ours).not.toContainText(HEARD);
}

async function read(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  const back = page.getByRole('region', { name: 'What came back' });
  const hers = back.getByRole('listitem').filter({ hasText: TITLE });
  await expect(hers).toContainText('Rosa Torres sent back');
  await hers.getByRole('link', { name: TITLE }).click();
  await expect(page.getByRole('region', { name: 'Rosa Torres (mother)' })).toContainText(HEARD);
  await expect(page.getByRole('region', { name: 'David Torres (father)' })).not.toContainText(HEARD);

  await page.getByRole('link', { name: 'By question' }).click();
  const sheet = page.getByRole('region', { name: TITLE });
  await expect(sheet).toContainText(HOPED);
  await expect(sheet).toContainText(/(David Torres and Leo|Leo Torres and David) Torres are still at it/u);
  await sheet
    .getByRole('button', { name: 'Write a note to Rosa Torres about: What do you wish for?' })
    .click();
  await sheet.getByRole('textbox', { name: 'Note to Rosa Torres' }).fill(NOTE);
  await sheet.getByRole('button', { name: 'Send note to Rosa Torres' }).click();
  await expect(sheet.getByText(NOTE)).toBeVisible();
}
