// A practice whose product runs twice, on one database and behind one address.
import { type RunningApi, startApi } from '@common-ground/testing';
import type { Page } from '@playwright/test';
import { BROWSER, openFront, type Front } from './front';
import { expect, serverFaults, test as plain } from './journey';

interface TwoServers {
  front: Front;
  servers: { readonly first: RunningApi; readonly second: RunningApi };
  /** From now on this browser is served by this server, and what it receives is kept under its name. */
  serve: (page: Page, browser: string, server: RunningApi) => Promise<void>;
}

export const test = plain.extend<TwoServers>({
  front: async ({}, use) => {
    const front = await openFront();
    await use(front);
    await front.stop();
  },

  servers: async ({ front }, use) => {
    const env = { PUBLIC_ORIGIN: front.origin };
    const first = await startApi({ env });
    const second = await startApi({ env, beside: first });
    front.opens([first.origin, second.origin]);
    await use({ first, second });
    await second.stop();
    await first.stop();
    expect(serverFaults(first.log() + second.log()), 'no server ever fails').toEqual([]);
  },

  world: async ({ front, servers: { first } }, use) => {
    await use({ ...first, origin: front.origin });
  },

  serve: async ({ front }, use) => {
    await use(async (page, browser, { origin }) => {
      front.sends(browser, origin);
      await page.context().setExtraHTTPHeaders({ [BROWSER]: browser });
    });
  },
});
