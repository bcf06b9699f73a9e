import type { Block, Document } from '@common-ground/contract';
import type { Page } from '@playwright/test';
import { shareWithMother } from '../homework';
import { expect, expectAccessible, test } from '../journey';
import { expectLargeTargets } from '../page-checks';

const TITLE = 'A short look at the week';
const [FELT, CALM, SAID, WHO] = [
  'What helped this week?',
  'How calm was it at home?',
  'What would you like to say?',
  'Whom did you talk to?',
];
const asked = { help: '', optional: false };
const BLOCKS: readonly Block[] = [
  {
    kind: 'multiple-choice',
    id: 'helped',
    question: FELT,
    ...asked,
    choices: [
      { id: 'walk', label: 'A walk' },
      { id: 'quiet', label: 'Quiet' },
    ],
    notSure: false,
  },
  { kind: 'scale', id: 'calm', question: CALM, ...asked, lowLabel: 'a storm', highLabel: 'very calm' },
  { kind: 'long-answer', id: 'said', question: SAID, ...asked },
  { kind: 'short-answer', id: 'who', question: WHO, ...asked },
];
/** What somebody can do something with, as the tree of a screen reader calls it. */
const CONTROLS = ['button', 'link', 'textbox', 'radio', 'checkbox', 'slider', 'combobox', 'spinbutton'];

/** What a screen reader is told of the page: one heading of the first level, and no control without a name. */
async function expectToldInFull(page: Page, where: string): Promise<void> {
  const tree = await page.locator('body').ariaSnapshot();
  const lines = tree.split('\n').map((line) => line.trim().replace(/^- /u, ''));
  expect
    .soft(
      lines.filter((line) => /^heading .*\[level=1\]/u.test(line)),
      `${where} has one heading`,
    )
    .toHaveLength(1);
  const nameless = lines.filter(
    (line) => CONTROLS.includes(line.replace(/[:\s].*$/u, '')) && !/^\w+ ["/]/u.test(line),
  );
  expect.soft(nameless, `${where}: every control has a name`).toEqual([]);
  expect
    .soft(
      // What folds open is named by the line that opens it.
      lines.filter((line) => /^group:?$/u.test(line)),
      `${where}: every group has a name`,
    )
    .toEqual([]);
}

async function expectStep(page: Page, where: string, heading: string): Promise<void> {
  const title = page.getByRole('heading', { level: 1, name: heading });
  await expect(title, `${where}: the focus goes to the heading`).toBeFocused();
  await expectToldInFull(page, where);
  await expectLargeTargets(page, where);
  await expectAccessible(page, where);
}

/** What went wrong is read out at once, and the page still says all it says. */
async function expectAnnounced(page: Page, where: string): Promise<void> {
  await expect(page.getByRole('alert').first(), `${where}: it is announced`).toBeFocused();
  await expectToldInFull(page, where);
  await expectAccessible(page, where);
}

test('homework is answered with one thumb, and each step is told in full to whoever only listens', async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const therapist = await api('therapist');
  const { body: families } = await therapist.get<{ items: { id: string; name: string }[] }>('/api/families');
  const made = await therapist.post<Document>('/api/documents', {
    ...{ kind: 'worksheet', title: TITLE },
    familyId: families.items.find(({ name }) => name === 'Torres family')?.id,
  });
  const saved = await therapist.put(
    `/api/worksheets/${made.body.id}/draft`,
    { title: TITLE, content: { ...made.body.content, blocks: BLOCKS } },
    { 'if-match': `"${made.body.revision}"` },
  );
  expect(saved.status).toBe(200);
  await shareWithMother(therapist, await api('supervisor'), made.body.id);

  const phone = await as('mother', 'phone');
  await phone.goto('/me');
  await phone.getByRole('link', { name: TITLE }).tap();
  await expectStep(phone, 'before the first question', TITLE);
  await phone.getByRole('link', { name: 'Start' }).tap();

  await expectStep(phone, 'several to choose from', FELT);
  await expect(phone.getByRole('main')).toMatchAriaSnapshot(`
    - paragraph: Question 1 of 4
    - heading "What helped this week?" [level=1]
    - group "What helped this week?":
      - checkbox "A walk"
      - checkbox "Quiet"
    - button "Continue"
  `);
  await phone.getByText('A walk').tap();
  await phone.getByRole('button', { name: 'Continue' }).tap();

  await expectStep(phone, 'a scale', CALM);
  await phone.getByRole('radio', { name: '7', exact: true }).tap();
  await phone.getByRole('button', { name: 'Continue' }).tap();

  await expectStep(phone, 'words', SAID);
  await expect(phone.getByRole('main')).toMatchAriaSnapshot(`
    - paragraph: Question 3 of 4
    - heading "What would you like to say?" [level=1]
    - textbox "What would you like to say?"
    - button "Continue"
  `);
  await phone.getByRole('textbox', { name: SAID }).tap();
  await phone.keyboard.type('That we could talk.');
  await phone.getByRole('button', { name: 'Continue' }).tap();

  await expectStep(phone, 'a few words', WHO);
  await phone.getByRole('button', { name: 'Continue' }).tap();
  const field = phone.getByRole('textbox', { name: WHO });
  await expectAnnounced(phone, 'nothing is written');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  // Whoever goes to the last page by another way is told there what is missing, and led to it.
  await phone.goBack();
  await expectStep(phone, 'words, once more', SAID);
  await phone.goto(`${phone.url().split('/q/')[0]}/check`);
  await phone.getByRole('button', { name: 'Send to Elena Ruiz' }).tap();
  await expectAnnounced(phone, 'something is missing');
  await phone.getByRole('link', { name: /^Question 4 still needs an answer/u }).tap();
  const change = phone.getByRole('link', { name: `Change your answer to: ${WHO}` });
  await expect(change).toBeFocused();
  await change.tap();

  await expectStep(phone, 'a few words, once more', WHO);
  await field.tap();
  await phone.keyboard.type('My sister');
  await phone.getByRole('button', { name: 'Save and go back to your answers' }).tap();
  await expectStep(phone, 'checking once more', 'Check your answers');
  await phone.getByRole('button', { name: 'Send to Elena Ruiz' }).tap();
  await expectStep(phone, 'it is sent', 'Thank you. It is sent.');
});
