import type { Locator } from '@playwright/test';
import { expect, expectAccessible, test } from '../journey';

const PLAN = 'Support for Maya’s first week at home';

/** How much a button weighs to the eye: its colours, its letters and its height. */
const weightOf = (button: Locator): Promise<unknown> =>
  button.evaluate((element) => {
    const { backgroundColor, borderColor, color, fontSize, fontWeight, height } = getComputedStyle(element);
    return { backgroundColor, borderColor, color, fontSize, fontWeight, height };
  });

test('a consent is asked for where it is missing, decided on a phone, opens the share, and is taken back', async ({
  as,
}) => {
  const [therapist, client, brother] = [await as('therapist'), await as('client'), await as('brother')];
  await therapist.goto('/app/families');
  await therapist.getByRole('link', { name: 'Torres family' }).click();
  await therapist.getByRole('link', { name: PLAN }).click();
  await therapist.getByRole('link', { name: 'Share' }).click();
  await expect(therapist.getByText('No consent covers support plans for Leo Torres.')).toBeVisible();
  await expect(therapist.getByRole('checkbox', { name: 'Leo Torres (brother)' })).toHaveCount(0);
  await expect(
    therapist.getByText(/Maya Torres agreed on .* that Rosa Torres \(mother\) may get worksheets, .* until/u),
  ).toBeVisible();

  await therapist.getByRole('link', { name: 'Ask for a consent for Leo Torres' }).click();
  await therapist.getByRole('checkbox', { name: 'All support plans' }).check();
  await therapist.getByRole('checkbox', { name: `Only “${PLAN}”` }).uncheck();
  await therapist.getByRole('textbox', { name: 'What it is for' }).fill('So that Leo knows how to help');
  await therapist.getByRole('button', { name: 'Ask Maya Torres' }).click();
  await expect(therapist.getByRole('heading', { level: 1, name: 'You asked Maya Torres' })).toBeFocused();

  await client.goto('/me');
  await client.getByRole('link', { name: 'May Leo Torres (brother) get support plans?' }).tap();
  await expect(client.getByText('I, Maya Torres, let Lakeside Recovery Center share this')).toBeVisible();
  await client.getByText('How we keep what you write').tap();
  await expect(client.getByText('Nobody else can read them until you send them.')).toBeVisible();
  const [yes, no] = [
    client.getByRole('button', { name: 'Yes, I agree' }),
    client.getByRole('button', { name: 'No, not now' }),
  ];
  expect(await weightOf(yes), 'yes and no weigh the same').toEqual(await weightOf(no));
  await expectAccessible(client, 'a question about consent');
  await yes.tap();
  await expect(client.getByRole('alert')).toContainText('Write your name to say yes.');
  await client.getByRole('textbox', { name: 'Your name' }).fill('Maya Torres');
  await yes.tap();
  await expect(client.getByRole('heading', { level: 1, name: 'You said yes' })).toBeFocused();

  await therapist.getByRole('link', { name: `Back to sharing “${PLAN}”` }).click();
  await therapist.getByRole('checkbox', { name: 'Leo Torres (brother)' }).check();
  await expect(
    therapist.getByText(/that Leo Torres \(brother\) may get support plans, until it is taken back/u),
  ).toBeVisible();
  await expectAccessible(therapist, 'the proof before a share, with its consents');
  await therapist.getByRole('button', { name: 'Send to Leo Torres (brother)' }).click();
  await expect(therapist.getByRole('heading', { name: 'It is on its way to 1 person' })).toBeVisible();

  await brother.goto('/me');
  await brother.getByRole('link', { name: PLAN }).tap();
  await expect(brother.getByRole('heading', { level: 1, name: PLAN })).toBeVisible();

  await client.getByRole('link', { name: 'Go to My privacy' }).tap();
  const given = client
    .getByRole('listitem')
    .filter({ hasText: 'Leo Torres' })
    .filter({ hasText: 'support plans' });
  await given.getByRole('button', { name: 'your yes for Leo Torres' }).tap();
  await given.getByRole('button', { name: 'Yes, take it back' }).tap();
  await expect(client.getByText('Done. You took it back for Leo Torres.')).toBeVisible();

  await brother.reload();
  await expect(brother.getByRole('main')).not.toContainText(PLAN);
  await brother.goto('/me');
  await expect(brother.getByRole('heading', { level: 1, name: 'Hello, Leo Torres' })).toBeVisible();
  await expect(brother.getByRole('main')).not.toContainText(PLAN);
  await therapist.goto('/app');
  await expect(therapist.getByRole('main')).toContainText('Leo Torres (brother) may get support plans.');
});

test('no for an answer needs no name and no reason, and opens nothing', async ({ as, api }) => {
  const therapist = await as('therapist');
  const families = (
    await (await api('therapist')).get<{ items: { id: string; name: string }[] }>('/api/families')
  ).body.items;
  const family = families.find(({ name }) => name === 'Torres family')?.id ?? '';
  await therapist.goto(`/app/families/${family}/consents/new`);
  await therapist
    .getByRole('combobox', { name: 'Who would get it' })
    .selectOption({ label: 'Carmen Vega (relative)' });
  await therapist.getByRole('checkbox', { name: 'All boundary plans' }).check();
  await therapist.getByRole('textbox', { name: 'What it is for' }).fill('So that Carmen can be there');
  await therapist.getByRole('button', { name: 'Ask Maya Torres' }).click();
  await expect(therapist.getByRole('heading', { level: 1, name: 'You asked Maya Torres' })).toBeFocused();

  const client = await as('client');
  await client.goto('/me');
  await client.getByRole('link', { name: 'May Carmen Vega (relative) get boundary plans?' }).tap();
  await client.getByRole('button', { name: 'No, not now' }).tap();
  await expect(client.getByRole('heading', { level: 1, name: 'You said not now' })).toBeFocused();
  await expect(client.getByText('You do not have to say why.')).toBeVisible();

  await therapist.goto('/app');
  await expect(
    therapist.getByRole('main').getByText('Maya Torres said not now', { exact: false }),
  ).toBeVisible();
});
