import type { Page } from '@playwright/test';
import { codeOfSecretOn, givePasskeyDevice } from '../authenticators';
import { expect, expectAccessible, test } from '../journey';

const OWN_SENTENCE = 'seven lamps and a kettle';

// Passkeys belong to a name.
test.use({ host: 'localhost' });

async function linkForNadia(admin: Page): Promise<string> {
  await admin.goto('/admin/people/new');
  await admin.getByRole('textbox', { name: 'Name' }).fill('Nadia Frey');
  await admin.getByRole('textbox', { name: 'Work e-mail address' }).fill('nadia@lakeside.example');
  await admin.getByRole('checkbox', { name: /^Therapist/u }).check();
  await admin.getByRole('button', { name: 'Add this person' }).click();
  return newLinkOn(admin);
}

async function newLinkOn(admin: Page): Promise<string> {
  await admin.getByRole('button', { name: 'Make a link' }).click();
  const link = admin.getByRole('textbox', { name: 'Link for Nadia Frey' });
  await expect(link).toHaveValue(/\/welcome\//u);
  return link.inputValue();
}

async function choosePassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome, Nadia Frey' })).toBeVisible();
  await page.getByLabel('New password').fill(OWN_SENTENCE);
  await page.getByRole('button', { name: 'Set this password' }).click();
}

async function enterPassword(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'I work here: sign in with e-mail' }).click();
  await page.getByLabel('E-mail').fill('nadia@lakeside.example');
  await page.getByLabel('Password').fill(OWN_SENTENCE);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/sign-out');
  await expect(page.getByRole('heading', { level: 1, name: 'You are signed out' })).toBeVisible();
}

const atHome = (page: Page) => expect(page.getByRole('heading', { level: 1, name: /Nadia Frey$/u }));

test('a new colleague chooses a password, sets up an app, keeps the codes, and is at Today', async ({
  as,
  browse,
}) => {
  const admin = await as('admin');
  const link = await linkForNadia(admin);
  await expectAccessible(admin, 'a link to hand over');
  const nadia = await browse('desktop');
  await nadia.goto(link);
  await expect(nadia.getByText('You sign in with nadia@lakeside.example.')).toBeVisible();
  await nadia.getByRole('button', { name: 'Set this password' }).click();
  await expect(nadia.getByRole('alert')).toContainText('Write a password of 15 characters or more.');
  await nadia.getByLabel('New password').fill('Password1234567890');
  await nadia.getByRole('button', { name: 'Set this password' }).click();
  await expect(nadia.getByRole('alert')).toContainText('among the first that are guessed');
  await nadia.getByRole('checkbox', { name: 'Show the password' }).check();
  await expect(nadia.getByLabel('New password')).toHaveAttribute('type', 'text');
  await nadia.getByLabel('New password').fill(OWN_SENTENCE);
  await nadia.getByRole('button', { name: 'Set this password' }).click();

  await expect(
    nadia.getByRole('heading', { level: 1, name: 'One more step before you start' }),
  ).toBeFocused();
  for (const page of ['/app', '/app/families', '/settings']) {
    await nadia.goto(page);
    await expect(nadia.getByRole('link', { name: 'Families' }), `${page} does not open`).toHaveCount(0);
  }
  await nadia.goto('/app');
  await nadia.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Set up your authenticator app' })).toBeFocused();
  await expect(nadia.getByRole('img', { name: /^Square to scan/u })).toBeVisible();
  await expectAccessible(nadia, 'setting up an app');
  await nadia.getByLabel('The six digits the app shows now').fill('000000');
  await nadia.getByRole('button', { name: 'Use this app from now on' }).click();
  await expect(nadia.getByRole('alert')).toContainText('These digits do not match.');
  await nadia.getByLabel('The six digits the app shows now').fill(await codeOfSecretOn(nadia));
  await nadia.getByRole('button', { name: 'Use this app from now on' }).click();

  await expect(nadia.getByRole('heading', { level: 1, name: 'Keep your recovery codes' })).toBeFocused();
  const codes = await nadia
    .getByRole('list', { name: 'Your recovery codes' })
    .getByRole('listitem')
    .allTextContents();
  expect(new Set(codes).size).toBe(10);
  await expectAccessible(nadia, 'recovery codes');
  await nadia.getByRole('button', { name: 'I have kept them' }).click();
  await atHome(nadia).toBeVisible();

  await nadia.goto(link);
  await expect(nadia.getByText('This link does not work any more').first()).toBeVisible();
  const elsewhere = await browse('desktop');
  await enterPassword(elsewhere);
  await elsewhere.getByLabel('Code from your authenticator app').fill(codes[0] ?? '');
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
  await atHome(elsewhere).toBeVisible();
});

test('a colleague who makes a passkey signs in with it, alone or after the password', async ({
  as,
  browse,
}) => {
  const link = await linkForNadia(await as('admin'));
  const nadia = await browse('desktop');
  await givePasskeyDevice(nadia);
  await choosePassword(nadia, link);
  await nadia.getByRole('button', { name: 'Make a passkey instead' }).click();
  await nadia.getByRole('button', { name: 'I have kept them' }).click();
  await atHome(nadia).toBeVisible();

  await signOut(nadia);
  await nadia.goto('/sign-in');
  await nadia.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await atHome(nadia).toBeVisible();

  await signOut(nadia);
  await enterPassword(nadia);
  await expect(nadia.getByText('One more step')).toBeVisible();
  await nadia.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await atHome(nadia).toBeVisible();
});

test('an address that changes ends the link that said the old one', async ({ as, browse }) => {
  const admin = await as('admin');
  const old = await linkForNadia(admin);
  await admin.getByRole('textbox', { name: 'Work e-mail address' }).fill('priya@lakeside.example');
  await admin.getByRole('button', { name: 'Change the address' }).click();
  await expect(admin.getByText('Somebody of the practice has this address already.').first()).toBeVisible();
  await admin.getByRole('textbox', { name: 'Work e-mail address' }).fill('frey@lakeside.example');
  await admin.getByRole('button', { name: 'Change the address' }).click();
  await expect(admin.getByRole('textbox', { name: 'Link for Nadia Frey' })).toHaveCount(0);
  const nadia = await browse('desktop');
  await nadia.goto(old);
  await expect(nadia.getByText('This link does not work any more').first()).toBeVisible();
});

test('somebody sees where they are signed in, and signs a lent phone out from afar', async ({ as }) => {
  const [phone, desk] = [await as('mother'), await as('mother', 'desktop')];
  await desk.goto('/settings');
  await desk.getByRole('link', { name: 'How and where you are signed in' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: 'How you sign in' })).toBeFocused();
  await expect(desk.getByText('This is where you are now.')).toBeVisible();
  await expect(desk.getByText(/A passkey would stay on it/u)).toBeVisible();
  await expectAccessible(desk, 'how somebody signs in');
  await phone.goto('/me');
  await expect(phone.getByRole('heading', { level: 1, name: 'Hello, Rosa Torres' })).toBeVisible();
  await desk.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(desk.getByText('Done. You are signed out there.')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Sign out everywhere else' })).toHaveCount(0);
  expect((await phone.request.get('/api/me')).status()).toBe(401);
  expect((await desk.request.get('/api/me')).status()).toBe(200);
});

test('staff make a passkey and new recovery codes in their settings, and change their password', async ({
  as,
  browse,
}) => {
  const link = await linkForNadia(await as('admin'));
  const nadia = await browse('desktop');
  await choosePassword(nadia, link);
  await nadia.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await nadia.getByLabel('The six digits the app shows now').fill(await codeOfSecretOn(nadia));
  await nadia.getByRole('button', { name: 'Use this app from now on' }).click();
  await nadia.getByRole('button', { name: 'I have kept them' }).click();
  await atHome(nadia).toBeVisible();
  await nadia.goto('/settings/signing-in');
  await expect(nadia.getByText('Your app is set up.')).toBeVisible();
  await expect(nadia.getByText('You have 10 recovery codes left.')).toBeVisible();
  await expectAccessible(nadia, 'how staff sign in');
  await nadia.getByRole('button', { name: 'Make new recovery codes' }).click();
  await expect(nadia.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem')).toHaveCount(
    10,
  );
  await nadia.getByRole('button', { name: 'I have kept them' }).click();
  await nadia.getByLabel('New password').fill('short');
  await nadia.getByRole('button', { name: 'Change the password' }).click();
  await expect(nadia.getByRole('alert')).toContainText('Write a password of 15 characters or more.');
  await nadia.getByLabel('New password').fill('eight lamps and a teapot');
  await nadia.getByRole('button', { name: 'Change the password' }).click();
  await expect(nadia.getByText('Your password is changed.')).toBeVisible();
});
