// What every journey starts from: somebody's browser, and the question whether everybody can use the page.
import { AxeBuilder } from '@axe-core/playwright';
import type { Persona } from '@common-ground/testing';
import { test as plain, expect, type Page } from '@playwright/test';

interface Journey {
  /** The page of somebody from the demo practice, signed in, in a browser nobody else has used. */
  as: (persona: Persona) => Promise<Page>;
  /** Fails with the names of the rules the page breaks (WCAG 2.2, A and AA). */
  expectAccessible: (page: Page) => Promise<void>;
}

export const test = plain.extend<Journey>({
  baseURL: async ({}, use) => {
    await use(process.env['PRODUCT_ORIGIN']);
  },

  as: async ({ browser, baseURL, contextOptions, viewport, hasTouch, isMobile, locale, timezoneId }, use) => {
    const opened: Page[] = [];
    await use(async (persona) => {
      const context = await browser.newContext({
        ...contextOptions,
        ...{ baseURL, viewport, hasTouch, isMobile, locale, timezoneId },
      });
      const answer = await context.request.post('/api/demo/sign-in', {
        data: { persona },
        headers: { origin: baseURL ?? '' },
      });
      expect(answer.status(), `${persona} signs in`).toBe(204);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },

  expectAccessible: async ({}, use) => {
    await use(async (page) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
    });
  },
});

export { expect };
