import type {
  Family,
  FamilyId,
  FamilySummary,
  Member,
  NewInvitation,
  Page as List,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../journey';
import { expectLargeTargets } from '../page-checks';
import { keptOnDevice } from '../storage';

const PIN = '480216';

async function torresOf(therapist: ApiClient): Promise<FamilyId> {
  const { items } = (await therapist.get<List<FamilySummary>>('/api/families')).body;
  const torres = items.find(({ name }) => name === 'Torres family');
  if (!torres) throw new Error('The demo has no Torres family.');
  return torres.id;
}

async function memberAdded(therapist: ApiClient, displayName: string): Promise<Member> {
  const torres = await torresOf(therapist);
  const body = { displayName, relation: 'brother' };
  return (await therapist.post<Member>(`/api/families/${torres}/members`, body)).body;
}

async function invited(therapist: ApiClient, member: Member): Promise<NewInvitation> {
  const torres = await torresOf(therapist);
  const path = `/api/families/${torres}/members/${member.id}/invitation`;
  return (await therapist.post<NewInvitation>(path)).body;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function choosePin(page: Page, pin = PIN): Promise<void> {
  await expect(heading(page, 'Choose a PIN')).toBeVisible();
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function chooseItTwice(page: Page, pin = PIN): Promise<void> {
  await choosePin(page, pin);
  await page.getByLabel('The same PIN').fill(pin);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(heading(page, 'That worked')).toBeFocused();
}

test('a brother is invited by code, accepts on his phone, waits, is confirmed, and is in', async ({
  as,
  api,
  browse,
}) => {
  const therapist = await api('therapist');
  const torres = await torresOf(therapist);
  await memberAdded(therapist, 'Nico Torres');

  const desk = await as('therapist');
  await desk.goto(`/app/families/${torres}`);
  const line = desk.getByRole('listitem').filter({ hasText: 'Nico Torres (brother) has no invitation yet.' });
  await line.getByRole('link', { name: 'Invite by link or code' }).click();
  await expect(heading(desk, 'Invite Nico Torres')).toBeFocused();
  await desk.getByRole('button', { name: 'Make the invitation for Nico Torres' }).click();
  await expect(heading(desk, 'Hand this to Nico Torres')).toBeVisible();
  await expect(desk.getByRole('img', { name: /square/u })).toBeVisible();
  const code = await desk.getByText(/^(?:\w{3}-){2}\w{3}$/u).innerText();
  await expectAccessible(desk, 'the slip');

  const phone = await browse('phone');
  await phone.goto('/sign-in');
  await phone.getByRole('link', { name: 'I have a code, but no PIN yet' }).click();
  await expect(heading(phone, 'What is your code?')).toBeFocused();
  await phone.getByRole('button', { name: 'Continue' }).click();
  await expect(phone.getByRole('alert')).toContainText('Write the code that stands on your slip.');
  await phone.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '));
  await phone.getByRole('button', { name: 'Continue' }).click();
  await choosePin(phone, '123456');
  await expect(phone.getByRole('alert')).toContainText('This one is easy to guess.');
  await choosePin(phone);
  await expect(heading(phone, 'Type the PIN once more')).toBeFocused();
  await expectAccessible(phone, 'the PIN once more');
  await expectLargeTargets(phone, 'the PIN once more');
  await phone.getByLabel('The same PIN').fill('480217');
  await phone.getByRole('button', { name: 'Continue' }).click();
  await expect(phone.getByRole('alert')).toContainText('The two are not the same.');
  await phone.getByLabel('The same PIN').fill(PIN);
  await phone.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(phone, 'Do you share this phone or computer?')).toBeFocused();
  await expect(phone.getByRole('radio', { name: 'Yes, other people use it too' })).toBeChecked();
  await expectAccessible(phone, 'whether the phone is shared');
  await phone.getByRole('radio', { name: 'No, it is only mine' }).check();
  await phone.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(heading(phone, 'That worked')).toBeFocused();
  const me = await phone.request.get('/api/me');
  expect(await me.json(), 'the session follows the answer').toMatchObject({ session: { shared: false } });
  await expect(phone.getByText(code)).toBeVisible();
  await expectAccessible(phone, 'accepted');
  await phone.getByRole('link', { name: 'Go on' }).click();
  await expect(heading(phone, 'One thing is left')).toBeFocused();
  await phone.getByRole('button', { name: 'Look again' }).click();
  await expect(phone.getByRole('status').filter({ hasText: 'Nothing has changed yet.' })).toBeVisible();
  await phone.goto('/me');
  await expect(heading(phone, 'One thing is left')).toBeVisible();
  await expectAccessible(phone, 'waiting');
  await expectLargeTargets(phone, 'waiting');

  await desk.getByRole('link', { name: 'Back to the family' }).click();
  await expect(desk.getByText('Nico Torres (brother) has accepted.')).toBeVisible();
  await desk.getByRole('link', { name: 'Confirm that this is Nico Torres' }).click();
  await expect(heading(desk, 'Is this Nico Torres?')).toBeFocused();
  await expectAccessible(desk, 'confirming');
  await desk.getByRole('button', { name: 'Confirm that this is Nico Torres' }).click();
  await expect(heading(desk, 'Torres family')).toBeFocused();

  await phone.getByRole('button', { name: 'Look again' }).click();
  await expect(heading(phone, 'Hello, Nico Torres')).toBeFocused();
});

test('a link opens once, and says what to do when it is over', async ({ api, browse }) => {
  const therapist = await api('therapist');
  const { url } = await invited(therapist, await memberAdded(therapist, 'Ada'));
  const path = new URL(url).pathname;

  const phone = await browse('phone');
  await phone.goto(path);
  await expect(heading(phone, 'You are invited by Lakeside Recovery Center')).toBeVisible();
  await expectAccessible(phone, 'invited');
  await expectLargeTargets(phone, 'invited');
  await phone.getByRole('button', { name: 'Start' }).click();
  await expect(heading(phone, 'Choose a PIN')).toBeFocused();
  await phone.goBack();
  await expect(heading(phone, 'You are invited by Lakeside Recovery Center')).toBeVisible();
  await phone.getByRole('button', { name: 'Start' }).click();
  await chooseItTwice(phone);

  const again = await browse('phone');
  await again.goto(path);
  await expect(heading(again, 'This invitation does not work')).toBeVisible();
  await expectAccessible(again, 'over');
  await again.getByRole('link', { name: 'I have used it myself: sign in' }).click();
  await expect(heading(again, 'Sign in')).toBeFocused();

  await again.goto('/l');
  await again.getByLabel('Code').fill('CDF-GHJ-KMN');
  await again.getByRole('button', { name: 'Continue' }).click();
  await choosePin(again);
  await again.getByLabel('The same PIN').fill(PIN);
  await again.getByRole('button', { name: 'Continue' }).click();
  await again.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(heading(again, 'This invitation does not work')).toBeVisible();
  await again.getByRole('button', { name: 'Check the code' }).click();
  await expect(heading(again, 'What is your code?')).toBeVisible();
});

test('two people on one phone leave nothing behind for each other', async ({ api, browse }) => {
  const therapist = await api('therapist');
  const first = await invited(therapist, await memberAdded(therapist, 'Bea'));
  const second = await invited(therapist, await memberAdded(therapist, 'Cy'));
  const phone = await browse('phone');
  await phone.goto(new URL(first.url).pathname);
  await phone.getByRole('button', { name: 'Start' }).click();
  await chooseItTwice(phone);
  await phone.getByRole('link', { name: 'Sign out' }).click();
  await expect(heading(phone, 'You are signed out')).toBeVisible();
  for (const secret of [PIN, first.code, 'Bea']) expect(await keptOnDevice(phone)).not.toContain(secret);

  await phone.goto(new URL(second.url).pathname);
  await phone.getByRole('button', { name: 'Start' }).click();
  await expect(phone.getByLabel('PIN')).toHaveValue('');
  await chooseItTwice(phone, '915042');
  await expect(phone.getByText(second.code)).toBeVisible();
  await expect(phone.getByText(first.code)).toHaveCount(0);
  await phone.goBack();
  await phone.goForward();
  expect(await phone.content()).not.toContain(first.code);
});

test('a lost PIN is replaced in person, and whoever holds the old phone is out', async ({
  as,
  api,
  browse,
}) => {
  const therapist = await api('therapist');
  const torres = await torresOf(therapist);
  const { members } = (await therapist.get<Family>(`/api/families/${torres}`)).body;
  const leo = members.find(({ displayName }) => displayName === 'Leo Torres');

  const old = await as('brother');
  await old.goto('/me');
  await expect(heading(old, 'Hello, Leo Torres')).toBeVisible();

  const desk = await as('therapist');
  await desk.goto(`/app/families/${torres}`);
  await desk.getByRole('link', { name: 'Leo Torres', exact: true }).click();
  await expect(heading(desk, 'A new code and PIN for Leo Torres')).toBeFocused();
  await desk.getByRole('button', { name: 'Make a new code for Leo Torres' }).click();
  const code = await desk.getByText(/^(?:\w{3}-){2}\w{3}$/u).innerText();
  expect(leo?.state).toBe('confirmed');

  await old.goto('/me');
  await expect(heading(old, 'Sign in')).toBeVisible();

  const phone = await browse('phone');
  await phone.goto('/l');
  await phone.getByLabel('Code').fill(code);
  await phone.getByRole('button', { name: 'Continue' }).click();
  await chooseItTwice(phone);
  await expect(phone.getByText('Your page is open again, as it was.')).toBeVisible();
  await phone.getByRole('link', { name: 'Go on' }).click();
  await expect(heading(phone, 'Hello, Leo Torres')).toBeFocused();
});
