import { expect, expectAccessible, test } from '../journey';

test('an admin adds a colleague, gives a role, takes it back, and may not end the last admin', async ({
  as,
}) => {
  const admin = await as('admin');
  await admin.goto('/admin/people');
  await admin.getByRole('link', { name: 'Add a colleague' }).click();
  await admin.getByRole('button', { name: 'Add this person' }).click();
  await expect(admin.getByRole('alert')).toContainText('Choose at least one role.');
  await admin.getByRole('textbox', { name: 'Name' }).fill('Nadia Frey');
  await admin.getByRole('textbox', { name: 'Work e-mail address' }).fill('nadia@lakeside.example');
  await admin.getByRole('checkbox', { name: /^Therapist/u }).check();
  await admin.getByRole('button', { name: 'Add this person' }).click();
  await expect(admin.getByRole('heading', { level: 1, name: 'Nadia Frey' })).toBeVisible();
  await admin.getByRole('button', { name: 'Make a supervisor' }).click();
  await admin.getByRole('button', { name: 'End as supervisor' }).click();
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByRole('button', { name: 'End as supervisor' })).toBeVisible();
  await expectAccessible(admin, 'a new colleague');

  await admin.getByRole('link', { name: 'All people of the practice' }).click();
  await admin.getByRole('link', { name: 'Elena Ruiz' }).click();
  await admin.getByRole('button', { name: 'End as therapist' }).click();
  await expect(admin.getByRole('alert')).toContainText('2 families are still on this caseload.');
  await admin.getByRole('link', { name: 'All people of the practice' }).click();
  await admin.getByRole('link', { name: 'Priya Nair' }).click();
  await admin.getByRole('button', { name: 'End as practice admin' }).click();
  await expect(admin.getByRole('alert')).toContainText('This is the last practice admin.');
});

test('a supervision added today holds a share back at once', async ({ as }) => {
  const [admin, therapist] = [await as('admin'), await as('other-therapist')];
  await admin.goto('/admin/people');
  await expect(admin.getByText('Martha Okafor may read what Jonas Weber submits')).toBeVisible();
  await admin.getByRole('button', { name: 'End this supervision Martha Okafor, Jonas Weber' }).click();
  await admin.getByRole('button', { name: 'End it' }).click();
  await expect(admin.getByText('Martha Okafor may read what Jonas Weber submits')).toBeHidden();
  await admin.getByRole('link', { name: 'Add a supervision' }).click();
  await admin.getByRole('combobox', { name: 'Supervisor' }).selectOption({ label: 'Martha Okafor' });
  await admin.getByRole('combobox', { name: 'Therapist' }).selectOption({ label: 'Jonas Weber' });
  await admin.getByRole('button', { name: 'Add this supervision' }).click();
  await expect(admin.getByText('Martha Okafor must approve what Jonas Weber shares')).toBeVisible();
  const { items } = (await (await therapist.request.get('/api/documents')).json()) as {
    items: { id: string }[];
  };
  const held = await therapist.request.get(`/api/documents/${items[0]?.id ?? ''}`);
  expect(((await held.json()) as { supervision: { strength: string }[] }).supervision).toMatchObject([
    { strength: 'must-approve' },
  ]);
});

test('new numbers reach a family’s safety card, and the check of today can be undone', async ({ as }) => {
  const [admin, mother] = [await as('admin'), await as('mother')];
  await admin.goto('/admin/practice');
  await admin.getByRole('textbox', { name: 'The practice’s own number' }).fill('+1 555 0188');
  await admin.getByRole('textbox', { name: 'Where “Exit this page” leads' }).fill('http://example.org/');
  await admin.getByRole('button', { name: 'Save these settings' }).click();
  await expect(admin.getByRole('alert')).toContainText('Write an address that begins with https://');
  await admin.getByRole('textbox', { name: 'Where “Exit this page” leads' }).fill('https://www.loc.gov/');
  await admin.getByRole('button', { name: 'Save these settings' }).click();
  await expect(admin.getByText('Saved. The new settings hold from now on.').first()).toBeVisible();
  await mother.goto('/me');
  await mother.getByRole('link', { name: 'Get help now' }).first().click();
  await expect(mother.getByRole('link', { name: 'Call +1 555 0188' })).toBeVisible();

  const checked = admin.getByRole('button', { name: 'I checked these today' });
  await checked.click();
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(checked).toBeVisible();
});

test('a notice is shown as a family sees it, and its past can still be read', async ({ as }) => {
  const admin = await as('admin');
  await admin.goto('/admin/practice');
  await admin.getByRole('link', { name: 'Read and write notices' }).click();
  await expect(admin.getByText('This is our general text').first()).toBeVisible();
  for (const text of ['We keep your words safe.', 'We keep your words safe. Ask us anything.']) {
    await admin.getByRole('link', { name: 'Write a new version Privacy notice, English' }).click();
    await admin.getByRole('textbox', { name: 'Text' }).fill(text);
    await admin.getByRole('button', { name: 'Put it in force' }).click();
    await expect(admin.getByRole('heading', { level: 1, name: 'Notices for families' })).toBeVisible();
    await expect(admin.getByText(text, { exact: true })).toBeVisible();
  }
  await admin.getByText('1 earlier version').click();
  await expect(admin.getByText('We keep your words safe.', { exact: true })).toBeVisible();
  await expectAccessible(admin, 'notices');
});
