import { expect, test } from '../journey';

test('the front door opens and everybody can use it', async ({ page, expectAccessible }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toBeVisible();
  await expectAccessible(page);
});
