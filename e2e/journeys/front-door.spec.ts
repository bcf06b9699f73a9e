import { test as plain } from '@playwright/test';
import { expect, expectAccessible } from '../journey';
import { startProduct, type Product } from '../product';

plain.describe('the product as `npm start` serves it', () => {
  let product: Product;

  plain.beforeAll(async () => {
    plain.setTimeout(240_000);
    product = await startProduct();
  });

  plain.afterAll(() => product.stop());

  plain('opens its front door to everybody of the demo practice', async ({ page }) => {
    await page.goto(product.origin);
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await expectAccessible(page, 'the front door');
    await page.getByRole('button', { name: 'Elena Ruiz' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Elena Ruiz$/u })).toBeFocused();
    await page.getByRole('link', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You are signed out' })).toBeVisible();
    await page.goto(`${product.origin}/app`);
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  });
});
