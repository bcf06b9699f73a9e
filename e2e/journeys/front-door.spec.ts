import { expect, test } from '../journey';

test('the front door opens and everybody can use it', async ({ page, expectAccessible }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toBeVisible();
  await expectAccessible(page);
});

for (const persona of ['therapist', 'supervisor', 'mother'] as const) {
  test(`${persona} comes in and finds a first page everybody can use`, async ({ as, expectAccessible }) => {
    const page = await as(persona);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}
