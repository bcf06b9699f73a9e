// What every journey starts from: the practice as it was made, browsers for its people, and what no page may ever do.
import {
  type ApiClient,
  type Persona,
  type RunningApi,
  rememberedAs,
  signInAs,
  startApi,
} from '@common-ground/testing';
import { test as plain, expect, type BrowserContext, type Page } from '@playwright/test';
import { brokenRules } from './axe';
import { watch } from './watch';

/** What somebody holds in their hands. */
const DEVICES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
export type Device = keyof typeof DEVICES;

const AT_A_DESK: readonly Persona[] = ['therapist', 'supervisor', 'admin', 'other-therapist', 'outsider'];

interface Journey {
  /** Addresses outside the product that this journey leads to on purpose. */
  elsewhere: readonly string[];
  /** How this journey's browsers call the product. */
  host: '127.0.0.1' | 'localhost';
  /** The product as it is built, with the demo practice as it was made. */
  world: RunningApi;
  /** A browser that nobody has used, with nobody signed in. */
  browse: (device: Device) => Promise<Page>;
  /** A browser of one of the practice's people, signed in: staff at a desk and families on a phone, if not said. */
  as: (persona: Persona, device?: Device) => Promise<Page>;
  /** The same people without a browser: to prepare a journey, and to see what the server holds at its end. */
  api: (persona: Persona) => Promise<ApiClient>;
}

interface Standing {
  /** One product for all journeys of a worker: a server keeps nothing of its own, and its database is put back. */
  standing: RunningApi & {
    /** With the demo practice as it was made. */
    asMade: () => Promise<void>;
    /** A journey may change it. */
    changes: () => void;
  };
}

export const test = plain.extend<Journey, Standing>({
  elsewhere: [[], { option: true }],

  host: ['127.0.0.1', { option: true }],

  standing: [
    async ({}, use) => {
      const api = await startApi();
      const putBack = await rememberedAs(api.database);
      let mayHaveChanged = false;
      await use({
        ...api,
        asMade: async () => {
          if (mayHaveChanged) await putBack();
          mayHaveChanged = false;
        },
        changes: () => {
          mayHaveChanged = true;
        },
      });
      const before = api.log().length;
      await api.stop();
      expect(serverFaults(api.log().slice(before)), 'the server stops without failing').toEqual([]);
    },
    { scope: 'worker' },
  ],

  world: async ({ host, standing }, use) => {
    // By another name browsers keep other cookies, and a server of another origin refuses them.
    const own = host === '127.0.0.1' ? null : await startApi({ host });
    if (own === null) {
      await standing.asMade();
      standing.changes();
    }
    const world = own ?? standing;
    const before = own === null ? standing.log().length : 0;
    await use(world);
    await toldSoFar(world);
    await own?.stop();
    expect(serverFaults(world.log().slice(before)), 'the server never fails').toEqual([]);
  },

  browse: async ({ browser, world, elsewhere, locale, timezoneId, serviceWorkers }, use) => {
    const opened: BrowserContext[] = [];
    const watched: (() => string[])[] = [];
    await use(async (device) => {
      const context = await browser.newContext({
        ...DEVICES[device],
        ...{ baseURL: world.origin, locale, timezoneId, serviceWorkers },
      });
      opened.push(context);
      watched.push(watch(context, [world.origin, ...elsewhere]));
      return context.newPage();
    });
    for (const context of opened) await context.close();
    const complaints = watched.flatMap((complaintsOf) => complaintsOf());
    expect(complaints, 'no page complains or talks to anybody else').toEqual([]);
  },

  as: async ({ browse, world }, use) => {
    await use(async (persona, device = AT_A_DESK.includes(persona) ? 'desktop' : 'phone') => {
      const page = await browse(device);
      const answer = await page.request.post('/api/demo/sign-in', {
        data: { persona },
        headers: { origin: world.origin },
      });
      expect(answer.status(), `${persona} signs in`).toBe(204);
      return page;
    });
  },

  api: async ({ world }, use) => {
    await use((persona) => signInAs(world, persona));
  },
});

/**
 * For journeys that only read, and so leave the demo practice as it was made to whoever comes next: it need not be put
 * back. Whatever changes something there fails the journey that did it.
 */
export const readingTest = test.extend({
  world: async ({ standing, host }, use) => {
    expect(host, 'the shared one is called by one name').toBe('127.0.0.1');
    await standing.asMade();
    const before = standing.log().length;
    await use(standing);
    await toldSoFar(standing);
    const log = standing.log().slice(before);
    expect(serverFaults(log), 'the server never fails').toEqual([]);
    expect(changes(log), 'a journey that only reads changes nothing').toEqual([]);
  },
});

/** Waits until the log tells of a request that is made now, and so of all before it. */
async function toldSoFar(world: RunningApi): Promise<void> {
  const told = (): number => world.log().split('"route":"/health/live"').length;
  const before = told();
  await fetch(`${world.origin}/health/live`);
  await expect.poll(told, { message: 'the log has come so far' }).toBeGreaterThan(before);
}

/** The rules of WCAG 2.2, A and AA. */
const RULES: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Names the rules that a page breaks: all, if none are named. */
export async function expectAccessible(
  page: Page,
  where: string,
  options: Parameters<typeof brokenRules>[1] = {},
): Promise<void> {
  const found = await brokenRules(page, { runOnly: [...RULES], ...options });
  expect.soft(found, `${where} can be used by everybody`).toEqual([]);
}

/** Requests that the server answered with a failure of its own. */
export function serverFaults(log: string): string[] {
  return log.split('\n').filter((line) => /"status":5\d\d/u.test(line));
}

/** Coming in, going out, and a question that is too long for an address. */
const CHANGES_NOTHING = /"route":"\/api\/(?:demo\/sign-in|sign-out|documents\/:id\/shares\/preview)"/u;

/** Requests that changed something. */
function changes(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => /"method":"(?:POST|PUT|PATCH|DELETE)"/u.test(line) && /"status":2\d\d/u.test(line))
    .filter((line) => !CHANGES_NOTHING.test(line));
}

export { expect };
