import type { Document, Family, Me, NewInvitation, Review } from '@common-ground/contract';
import { type ApiClient, asStranger } from '@common-ground/testing';
import type { Page } from '@playwright/test';
import { SUPPORT } from '../homework';
import { expect, expectAccessible, test } from '../journey';

const OWN = 'A week of small steps';
const PIN = { ofTheDemo: '246810', ofTheOther: '480216' };

/** The mother of the demo comes into treatment herself, and is written down as if she were somebody new. */
async function addedOnceMore(
  elena: ApiClient,
  supervisor: ApiClient,
  world: { origin: string },
): Promise<{ family: Family; code: string; rosa: ApiClient }> {
  const { body: family } = await elena.post<Family>('/api/families', {
    name: 'Family of Rosa',
    client: { displayName: 'Rosa Torres' },
  });
  const path = `/api/families/${family.id}/members/${family.members[0]?.id ?? ''}`;
  const { code } = (await elena.post<NewInvitation>(`${path}/invitation`)).body;
  const rosa = asStranger(world);
  await rosa.post('/api/invitations/redeem', { code, pin: PIN.ofTheOther });
  await elena.post(`${path}/confirm`);
  await rosa.post('/api/sign-in/code', { code, pin: PIN.ofTheOther });

  const written = await elena.post<Document>('/api/documents', {
    kind: 'worksheet',
    title: OWN,
    familyId: family.id,
    fromTemplateId: 'grounding-together',
  });
  const { body: judge } = await supervisor.get<Me>('/api/me');
  const submitted = await elena.post<Document>(`/api/documents/${written.body.id}/submit`, {
    supervisorId: judge.person.id,
    note: '',
  });
  const review = submitted.body.review?.id ?? '';
  const { version } = (await supervisor.get<Review>(`/api/reviews/${review}`)).body;
  const decision = { verdict: 'approve', summary: '', versionHash: version.hash };
  await supervisor.post(`/api/reviews/${review}/decision`, decision);
  const shared = await elena.post(`/api/documents/${written.body.id}/shares`, {
    memberIds: [family.members[0]?.id],
  });
  expect(shared.status).toBe(201);
  return { family, code: code ?? '', rosa };
}

async function signIn(page: Page, code: string, pin: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Your code').fill(code);
  await page.getByLabel('Your PIN').fill(pin);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a mother who was written down twice becomes one person and finds everything with one code', async ({
  as,
  api,
  browse,
  world,
}) => {
  const elena = await api('therapist');
  const { family, code, rosa } = await addedOnceMore(elena, await api('supervisor'), world);
  const therapist = await as('therapist');

  await test.step('the therapist sees both records side by side and chooses the one that stays', async () => {
    await therapist.goto(`/app/families/${family.id}/people/${family.members[0]?.id ?? ''}`);
    await therapist.getByRole('link', { name: 'Is Rosa Torres here twice?' }).click();
    await expect(
      therapist.getByRole('heading', { level: 1, name: 'Is Rosa Torres here twice?' }),
    ).toBeFocused();
    const records = therapist.getByRole('group', { name: 'Which of the two stays?' });
    await expect(records).toContainText('Family of Rosa: client, confirmed');
    await expect(records).toContainText('Torres family: mother, confirmed');
    await expect(records).toContainText('rosa@example.org');
    await expect(records).toContainText('1 piece of homework, no consents');
    await records.getByRole('radio', { name: 'Keep this record of Rosa Torres' }).last().check();
    await expectAccessible(therapist, 'somebody who is here twice');
  });

  await test.step('nothing happens before she says that she has checked', async () => {
    await therapist.getByRole('button', { name: 'Make one record of Rosa Torres' }).click();
    await expect(therapist.getByRole('alert')).toContainText('Tick the box when you have checked');
    expect((await rosa.get('/api/me')).status).toBe(200);
  });

  await test.step('made one, only the record that stays can be signed in with', async () => {
    await therapist
      .getByRole('checkbox', { name: 'I have checked in person that this is one human being' })
      .check();
    await therapist.getByRole('button', { name: 'Make one record of Rosa Torres' }).click();
    await expect(
      therapist.getByRole('heading', { level: 1, name: 'There is one record of Rosa Torres now' }),
    ).toBeFocused();
    await expectAccessible(therapist, 'one record now');
    expect((await rosa.get('/api/me')).status).toBe(401);

    const phone = await browse('phone');
    await signIn(phone, 'ROSA-2468', PIN.ofTheDemo);
    await expect(phone.getByRole('heading', { level: 1, name: 'Hello, Rosa Torres' })).toBeVisible();
    await expect(phone.getByRole('main')).toContainText(OWN);
    await expect(phone.getByRole('main')).toContainText(SUPPORT);
  });

  await test.step('the old code is answered like one that never was', async () => {
    const phone = await browse('phone');
    const refused = phone.getByRole('alert').filter({ hasText: 'This does not match what we know' });
    for (const tried of ['CDF-GHJ-KMN', code]) {
      await signIn(phone, tried, PIN.ofTheOther);
      await expect(refused).toBeVisible();
    }
  });

  await test.step('she is one person in the lists of the therapist', async () => {
    await therapist.getByRole('link', { name: 'Go to the people of the family' }).click();
    await expect(therapist.getByRole('main')).toContainText('Rosa Torres');
    await therapist.getByRole('link', { name: 'Edit Rosa Torres' }).click();
    await therapist.getByRole('link', { name: 'Is Rosa Torres here twice?' }).click();
    await expect(therapist.getByText('Nobody else in your families looks like Rosa Torres.')).toBeVisible();
  });
});
