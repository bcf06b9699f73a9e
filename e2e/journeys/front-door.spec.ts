import { expect, expectAccessible, test } from '../journey';

for (const persona of ['therapist', 'supervisor', 'mother'] as const) {
  test(`${persona} comes in and finds a first page everybody can use`, async ({ as }) => {
    const page = await as(persona);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}
