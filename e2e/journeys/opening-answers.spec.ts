import type { Page } from '@playwright/test';
import { SUPPORT, sendForFamily } from '../homework';
import { expect, expectAccessible, test } from '../journey';

const COMPANY = 'How much company would you like today?';
const FATHERS = { 'kind-of-support': 'listen', company: 4 };
const BROTHERS = { 'kind-of-support': 'listen', 'looks-like': 'Somebody to play chess with.', company: 9 };

/** Offers one's own answer to one person, once they offer theirs. */
async function openTo(page: Page, name: string, question: string): Promise<void> {
  await page.getByRole('button', { name: `Open this answer: ${question}` }).tap();
  await page.getByRole('checkbox', { name }).check();
  await expect(page.getByRole('radio', { name: 'When they open theirs too' })).toBeChecked();
  await page.getByRole('button', { name: 'Open my answer', exact: true }).tap();
}

test('two of a family open an answer to each other, each on their own phone, and one closes it again', async ({
  as,
  api,
}) => {
  const tasks = {
    father: (await sendForFamily(await api('father'), FATHERS)).id,
    brother: (await sendForFamily(await api('brother'), BROTHERS)).id,
  };
  const [father, brother] = [await as('father'), await as('brother')];
  const nothing = 'Nothing is open to you right now.';

  await father.goto(`/me/tasks/${tasks.father}`);
  await father.getByRole('link', { name: 'Open an answer to my family, or read theirs' }).tap();
  await expect(father.getByRole('heading', { level: 1, name: 'Open answers to each other' })).toBeFocused();
  await openTo(father, 'Leo Torres', COMPANY);
  const stands = father.getByText('For Leo Torres. It opens once');
  await expect(stands).toBeFocused();
  await expectAccessible(father, 'an answer that waits');

  await brother.goto(`/me/tasks/${tasks.brother}/open`);
  await expect(brother.getByText(nothing)).toBeVisible();
  await expect(brother.getByRole('main')).not.toContainText('David Torres');
  await openTo(brother, 'David Torres', COMPANY);
  await expect(
    brother.getByText(
      'Open to David Torres. They offered theirs to you, too. You read it as soon as it is open.',
    ),
  ).toBeVisible();
  await expect(brother.getByText('the one from David Torres are far apart')).toBeVisible();
  await expectAccessible(brother, 'an answer that is open');

  await father.reload();
  await expect(
    father.getByText(
      'Open to Leo Torres. They offered theirs to you, too. You read it as soon as it is open.',
    ),
  ).toBeVisible();
  await expect(father.getByText('the one from Leo Torres are far apart')).toBeVisible();
  await expect(father.getByRole('main')).not.toContainText('Somebody to play chess with.');

  const therapist = await as('therapist');
  await therapist.goto('/app/families');
  await therapist.getByRole('link', { name: 'Torres family' }).click();
  await expect(therapist.getByRole('heading', { level: 1, name: 'Torres family' })).toBeVisible();
  await therapist.goto(`${new URL(therapist.url()).pathname}/responses`);
  await expect(
    therapist.getByText(
      'Offered to Leo Torres. It opens once each of them offers theirs in return. Leo Torres can read it today.',
    ),
  ).toBeVisible();

  await father.getByRole('button', { name: `Close again: ${COMPANY}` }).tap();
  await expect(father.getByText('It is closed.')).toBeFocused();
  await expect(father.getByText(nothing), 'what waited for it is closed with it').toBeVisible();
  await brother.reload();
  await expect(brother.getByText('For David Torres. It opens once')).toBeVisible();
  await expect(brother.getByText(nothing)).toBeVisible();
});

test('somebody opens an answer by itself, and it is read by whoever has sent theirs', async ({ as, api }) => {
  const fathers = await sendForFamily(await api('father'), FATHERS);
  const father = await as('father');
  await father.goto(`/me/tasks/${fathers.id}/open`);
  await father.getByRole('button', { name: `Open this answer: ${SUPPORT}` }).tap();
  await father.getByRole('button', { name: 'Open my answer', exact: true }).tap();
  await expect(father.getByRole('alert')).toContainText('Choose who may read it.');
  await father.getByRole('checkbox', { name: 'Leo Torres' }).check();
  await father.getByRole('radio', { name: 'Now, by itself' }).check();
  await father.getByRole('button', { name: 'Open my answer', exact: true }).tap();
  await expect(father.getByText('Open to Leo Torres.')).toBeFocused();

  const brothers = await sendForFamily(await api('brother'), BROTHERS);
  const brother = await as('brother');
  await brother.goto(`/me/tasks/${brothers.id}/open`);
  await expect(brother.getByText('You and David Torres chose the same.')).toBeVisible();
});
