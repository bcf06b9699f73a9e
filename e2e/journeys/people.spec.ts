import type { Family, FamilySummary, Page as PageOf } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { expect, expectAccessible, test } from '../journey';

async function torresOf(api: ApiClient): Promise<Family> {
  const { body } = await api.get<PageOf<FamilySummary>>('/api/families');
  const id = body.items.find(({ name }) => name === 'Torres family')?.id ?? '';
  return (await api.get<Family>(`/api/families/${id}`)).body;
}

test('a therapist notes where people live and how they are safely reached', async ({ as, api }) => {
  const therapist = await as('therapist');
  const torres = await torresOf(await api('therapist'));
  await therapist.goto(`/app/families/${torres.id}`);
  await therapist.getByRole('link', { name: 'Households, contact and safety' }).click();

  const house = therapist.getByRole('region', { name: 'Rosa’s house' });
  await expect(house).toContainText('Rosa Torres');
  await expect(house).toContainText('Leo Torres');
  await expect(house).toContainText('Speaks for Leo Torres (parental responsibility) from March 14, 2024');
  await expect(therapist.getByRole('region', { name: 'David’s apartment' })).toContainText('David Torres');
  await expectAccessible(therapist, 'people of a family');

  await therapist.getByRole('link', { name: 'Edit Carmen Vega' }).click();
  await expect(therapist.getByRole('heading', { level: 1, name: 'About Carmen Vega' })).toBeVisible();
  await therapist.getByLabel('How is it safe to reach them?').selectOption({ label: 'E-mail' });
  await therapist.getByLabel('E-mail, telephone or address').fill('555 0101');
  await therapist.getByRole('button', { name: 'Save what is known about Carmen Vega' }).click();
  await expect(therapist.getByRole('alert')).toContainText('Write an e-mail address');

  await therapist.getByLabel('E-mail, telephone or address').fill('Rosa@example.org');
  await therapist.getByLabel('When is it safe?').fill('weekdays after six');
  await therapist.getByLabel('Or a new household').fill('Grandmother’s house');
  await therapist.getByRole('button', { name: 'Save what is known about Carmen Vega' }).click();
  const grandmothers = therapist.getByRole('region', { name: 'Grandmother’s house' });
  await expect(grandmothers).toContainText('Safe to reach by e-mail: weekdays after six.');
  await expect(grandmothers).toContainText('Rosa Torres (Torres family) has the same address or number.');
});

test('a block closes what somebody had, and nobody but the therapist can tell', async ({ as, api }) => {
  const [therapist, father] = [await as('therapist'), await as('father')];
  const torres = await torresOf(await api('therapist'));
  await father.goto('/me');
  await expect(father.getByRole('main')).toContainText('What kind of support do you need right now?');

  await therapist.goto(`/app/families/${torres.id}/people`);
  await therapist.getByRole('link', { name: 'Keep people apart' }).click();
  await expect(therapist.getByText('Nobody is kept apart.')).toBeVisible();
  await therapist.getByLabel('Who?').selectOption({ label: 'David Torres' });
  await therapist.getByLabel('From whom?').selectOption({ label: 'Maya Torres' });
  await therapist.getByLabel('Why').fill('Maya asked for quiet.');
  await therapist.getByRole('button', { name: 'Keep apart' }).click();
  await expect(therapist.getByText(/do not meet here\. Maya asked for quiet\./u)).toBeVisible();
  await expectAccessible(therapist, 'keeping apart');

  await father.goto('/me');
  await expect(father.getByRole('heading', { level: 1, name: 'Hello, David Torres' })).toBeVisible();
  await expect(father.getByRole('main')).not.toContainText('What kind of support do you need right now?');
  await expect(father.getByRole('main')).not.toContainText(/apart|block|quiet/iu);
  await therapist.goto(`/app/families/${torres.id}/people`);
  await expect(therapist.getByRole('region', { name: 'David’s apartment' })).toContainText(
    'Kept apart from Maya Torres. Only the family’s therapists see this.',
  );

  await therapist.getByRole('link', { name: 'Keep people apart' }).click();
  await therapist.getByRole('button', { name: /meet again/u }).click();
  await expect(therapist.getByText('Nobody is kept apart.')).toBeVisible();
  await father.goto('/me');
  await expect(father.getByRole('main')).toContainText('What kind of support do you need right now?');
});

test('a guardian is recorded and ended, and a colleague takes over the family', async ({ as, api }) => {
  const therapist = await as('therapist');
  const torres = await torresOf(await api('therapist'));
  await therapist.goto(`/app/families/${torres.id}/people`);
  await therapist.getByRole('link', { name: 'Guardians' }).click();
  await therapist.getByLabel('Who speaks?').selectOption({ label: 'David Torres' });
  await therapist.getByLabel('For whom?').selectOption({ label: 'Leo Torres' });
  await therapist.getByLabel('By what authority?').selectOption({ label: 'appointed by a court' });
  await therapist.getByLabel('What did you see as proof?').fill('Order of May 2, 2026');
  await therapist.getByLabel('First day').fill('2026-05-02');
  await therapist.getByRole('button', { name: 'Record this guardian' }).click();
  await expect(
    therapist.getByText(/David Torres speaks for Leo Torres \(appointed by a court\) from May 2, 2026/u),
  ).toBeVisible();
  await therapist.getByRole('button', { name: 'End now: David Torres for Leo Torres' }).click();
  await expect(therapist.getByText(/David Torres spoke for Leo Torres/u)).toBeVisible();

  await therapist.goto(`/app/families/${torres.id}/people/therapists`);
  await therapist.getByLabel('Which colleague joins?').selectOption({ label: 'Jonas Weber' });
  await therapist.getByRole('button', { name: 'Take onto the caseload' }).click();
  await therapist.getByRole('button', { name: 'Hand over the lead to Jonas Weber' }).click();
  await therapist.getByRole('button', { name: 'Step back from this family' }).click();
  await expect(therapist.getByRole('heading', { level: 1, name: 'Families' })).toBeVisible();
  await expect(therapist.getByRole('main')).not.toContainText('Torres family');
});
