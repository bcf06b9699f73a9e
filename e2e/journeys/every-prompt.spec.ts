import type { Block, Document } from '@common-ground/contract';
import type { Page } from '@playwright/test';
import { shareWithMother } from '../homework';
import { expect, expectAccessible, test } from '../journey';

const TITLE = 'Many ways to answer';
const asked = { help: '', optional: false };
const BLOCKS: readonly Block[] = [
  {
    kind: 'feelings',
    id: 'felt',
    question: 'How did you feel?',
    ...asked,
    choices: [
      { id: 'calm', label: 'calm', group: 'Good' },
      { id: 'proud', label: 'proud', group: 'Good' },
      { id: 'tired', label: 'tired', group: 'Worn out' },
    ],
  },
  {
    kind: 'ranking',
    id: 'first',
    question: 'What matters most?',
    ...asked,
    choices: [
      { id: 'sleep', label: 'Sleep' },
      { id: 'time', label: 'Time together' },
      { id: 'quiet', label: 'Quiet' },
    ],
  },
  { kind: 'i-statement', id: 'said', question: 'Say it with “I”', ...asked },
  { kind: 'if-then', id: 'plan', question: 'What will you do?', ...asked },
  {
    kind: 'support-menu',
    id: 'support',
    question: 'What would help you?',
    ...asked,
    choices: [
      { id: 'listen', label: 'Listen to me' },
      { id: 'alone', label: 'Leave me be' },
    ],
    asksFromWhom: true,
    asksWhen: true,
  },
  {
    kind: 'contact-card',
    id: 'card',
    question: 'Whom can you call?',
    ...asked,
    name: 'Elena Ruiz',
    phone: '555-0142',
    when: '',
  },
  {
    kind: 'acknowledgement',
    id: 'rules',
    question: 'How we work together',
    ...asked,
    text: 'Each of us speaks for ourselves.',
  },
  {
    kind: 'timed-exercise',
    id: 'breath',
    question: 'Breathe with me',
    ...asked,
    steps: [
      { id: 'in', label: 'Breathe in', seconds: 1 },
      { id: 'out', label: 'Breathe out', seconds: 1 },
    ],
    rounds: 2,
  },
  {
    kind: 'repeating-row',
    id: 'people',
    question: 'Who does what?',
    ...asked,
    rowsFor: 'person',
    columns: [
      { id: 'does', label: 'What they do', sort: 'text', choices: [] },
      { id: 'helps', label: 'How much it helps', sort: 'scale', choices: [] },
    ],
  },
];

test('every sort of question is answered on a phone and read by the therapist', async ({ as, api }) => {
  test.setTimeout(180_000);
  const author = await api('therapist');
  const { body: families } = await author.get<{ items: { id: string; name: string }[] }>('/api/families');
  const familyId = families.items.find(({ name }) => name === 'Torres family')?.id;
  const made = await author.post<Document>('/api/documents', { kind: 'worksheet', title: TITLE, familyId });
  const content = { ...made.body.content, whyItHelps: 'Each of us says it in another way.', blocks: BLOCKS };
  const saved = await author.put(
    `/api/worksheets/${made.body.id}/draft`,
    { title: TITLE, content },
    { 'if-match': `"${made.body.revision}"` },
  );
  expect(saved.status).toBe(200);
  const therapist = await as('therapist');

  await test.step('the therapist finds each with its own fields, and a preview of it', async () => {
    await therapist.goto(`/app/docs/${made.body.id}`);
    await expect(therapist.getByRole('textbox', { name: 'Block 9, column 2' })).toHaveValue(
      'How much it helps',
    );
    await expectAccessible(therapist, 'the editor with every sort of question');
    await therapist.getByRole('button', { name: 'Add a step' }).click();
    await expect(therapist.getByRole('textbox', { name: 'Block 8, step 3' })).toBeFocused();
    await therapist.keyboard.type('Rest');
    await expect(therapist.getByText('Takes 12 seconds in all.')).toBeVisible();
    await therapist.getByRole('button', { name: 'Undo' }).click();
    await therapist.getByRole('button', { name: 'Undo' }).click();
    await expect(therapist.getByText('Takes 4 seconds in all.')).toBeVisible();
    await therapist.goto(`/app/docs/${made.body.id}/preview`);
    await expect(therapist.getByRole('heading', { name: TITLE })).toBeVisible();
  });

  await shareWithMother(author, await api('supervisor'), made.body.id);
  const mother = await as('mother');

  await test.step('the mother answers them', async () => {
    await mother.goto('/me');
    await mother.getByRole('link', { name: TITLE }).click();
    await mother.getByRole('link', { name: 'Start' }).click();

    await isAsked(mother, 'How did you feel?');
    await goOn(mother);
    await expect(mother.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused();
    await mother.getByRole('group', { name: 'Worn out' }).getByRole('checkbox', { name: 'tired' }).check();
    await mother.getByLabel('In my own words:').fill('as if under water');
    await expectAccessible(mother, 'picking feelings');
    await goOn(mother);

    await isAsked(mother, 'What matters most?');
    await mother.getByRole('button', { name: 'Move Quiet up' }).press('Enter');
    await expect(mother.getByText('Quiet is now 2 of 3')).toBeAttached();
    await expect(mother.getByRole('button', { name: 'Move Quiet up' })).toBeFocused();
    await expect(mother.getByText('This is your order.')).toBeVisible();
    await dragToTop(mother, 'Time together');
    await expect(mother.getByText('Time together is now 1 of 3')).toBeAttached();
    await expectAccessible(mother, 'a ranking');
    await goOn(mother);

    await isAsked(mother, 'Say it with “I”');
    await mother.getByLabel('I feel').fill('left alone');
    await mother.getByLabel('I would like').fill('a call on Sundays.');
    await expect(mother.getByText('Your sentence so far')).toBeVisible();
    await expectAccessible(mother, 'an I-statement');
    await goOn(mother);

    await isAsked(mother, 'What will you do?');
    await mother.getByLabel('If', { exact: true }).fill('we begin to shout,');
    await mother.getByLabel('then I').fill('go out for ten minutes.');
    await goOn(mother);

    await isAsked(mother, 'What would help you?');
    await mother.getByRole('checkbox', { name: 'Listen to me' }).check();
    await mother.getByLabel('From whom:').fill('David');
    await goOn(mother);

    await isAsked(mother, 'Whom can you call?');
    await expect(mother.getByLabel('Name:')).toHaveValue('Elena Ruiz');
    await mother.getByLabel('When to call:').fill('on weekdays');
    await goOn(mother);

    await isAsked(mother, 'How we work together');
    await expect(mother.getByText('Each of us speaks for ourselves.')).toBeVisible();
    await mother.getByRole('checkbox', { name: 'I have read this' }).check();
    await goOn(mother);

    await isAsked(mother, 'Breathe with me');
    await mother.getByRole('button', { name: 'Start' }).click();
    await expect(mother.getByText('Round 1 of 2')).toBeVisible();
    await expectAccessible(mother, 'a timed exercise');
    await expect(mother.getByText('That was all. You took this time for yourself.')).toBeVisible();
    await expect(mother.getByRole('radio', { name: 'I did it' })).toBeChecked();
    await goOn(mother);

    await isAsked(mother, 'Who does what?');
    await mother.getByLabel('Who', { exact: true }).fill('Leo');
    await mother.getByLabel('What they do').fill('walks the dog');
    await mother.getByLabel('How much it helps').selectOption('8');
    await mother.getByRole('button', { name: 'Add one more person' }).click();
    await expect(mother.getByLabel('Who', { exact: true }).nth(1)).toBeFocused();
    await mother.keyboard.type('David');
    await mother.getByRole('button', { name: 'Move number 2 up' }).click();
    await expect(mother.getByLabel('Who', { exact: true }).first()).toHaveValue('David');
    await expectAccessible(mother, 'repeating rows');
    await goOn(mother);
  });

  await test.step('and finds her words on the page where she checks them', async () => {
    await expect(mother.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeFocused();
    await expectRead(mother);
    await mother.getByRole('button', { name: 'Send to Elena Ruiz' }).click();
    await expect(mother.getByText(`You sent 9 answers to “${TITLE}”.`)).toBeVisible();
  });

  await test.step('which are the words that the therapist reads', async () => {
    await therapist.goto('/app');
    const back = therapist.getByRole('region', { name: 'What came back' });
    await back.getByRole('link', { name: TITLE }).click();
    await expectRead(therapist);
    await expectAccessible(therapist, 'the answers to every sort of question');
  });
});

async function expectRead(page: Page): Promise<void> {
  const main = page.getByRole('main');
  for (const words of [
    'tired',
    'as if under water',
    'I feel left alone, I would like a call on Sundays.',
    'If we begin to shout, then I go out for ten minutes.',
    'From whom: David',
    'When to call: on weekdays',
    'I have read this',
    'I did it',
    'walks the dog',
  ]) {
    await expect(main).toContainText(words);
  }
  const ranked = page
    .getByRole('list')
    .filter({ hasText: /^\s*Time together\s*Sleep\s*Quiet\s*$|^\s*Time together\s*Quiet\s*Sleep\s*$/u });
  await expect(ranked).toHaveCount(1);
}

async function isAsked(page: Page, question: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeFocused();
}

async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** By its handle, with the pointer. */
async function dragToTop(page: Page, label: string): Promise<void> {
  const row = page.getByRole('listitem').filter({ hasText: label });
  const first = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^Move/u }) })
    .first();
  const [from, to] = [await row.boundingBox(), await first.boundingBox()];
  if (!from || !to) throw new Error('Both rows have to be in view.');
  await page.mouse.move(from.x + 20, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
}
