import type { Browser, BrowserContext, CDPSession } from '@playwright/test';
import { serveBarePage } from '../bare-page';
import { expect, test } from '../journey';

const ROUNDS = 5;
/** A cheap phone on a poor line: 1.6 Mbit/s, 150 ms there and back, a processor four times as slow as this one. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const SLOWER = 4;
/** How far from a page without a framework, as machines that have much else to do see it. The marks are tighter. */
const AT_MOST = { times: 4, shift: 0.02, blocked: 3_000 };

interface Felt {
  /** Milliseconds until the largest thing stood there. */
  readonly largest: number;
  /** How far what stood there already was moved. */
  readonly shift: number;
  /** Milliseconds for which a touch would have waited. */
  readonly blocked: number;
}

declare global {
  interface Window {
    felt: { largest: number; shift: number; blocked: number };
  }
}

test('a family’s first page stands on a slow phone soon after a page without a framework would', async ({
  as,
  browser,
  world,
}) => {
  test.setTimeout(300_000);
  const bare = await serveBarePage(world.origin);
  const storageState = await (await as('brother')).context().storageState();
  const found: { ours: Felt[]; bare: Felt[] } = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    found.ours.push(await opened(browser, storageState, `${world.origin}/me`));
    found.bare.push(await opened(browser, storageState, `${bare.origin}/`));
  }
  await bare.stop();
  const [ours, limit] = [middle(found.ours), middle(found.bare)];
  console.log('slowed phone', { ours, limit, times: ours.largest / limit.largest });
  expect(limit.largest).toBeGreaterThan(LINE.latency);
  expect(ours.largest).toBeLessThanOrEqual(limit.largest * AT_MOST.times);
  expect(ours.shift).toBeLessThanOrEqual(AT_MOST.shift);
  expect(ours.blocked).toBeLessThanOrEqual(AT_MOST.blocked);
});

/** Opens an address on a phone that holds nothing yet, and tells how that felt. */
async function opened(
  browser: Browser,
  storageState: Awaited<ReturnType<BrowserContext['storageState']>>,
  address: string,
): Promise<Felt> {
  const context = await browser.newContext({
    ...{ storageState, serviceWorkers: 'block', locale: 'en-US' },
    ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  });
  await context.addInitScript(() => {
    window.felt = { largest: 0, shift: 0, blocked: 0 };
    const seen = (type: string, take: (entry: PerformanceEntry) => void): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    seen('largest-contentful-paint', ({ startTime }) => (window.felt.largest = startTime));
    seen(
      'layout-shift',
      (entry) => (window.felt.shift += (entry as PerformanceEntry & { value: number }).value),
    );
    seen('longtask', ({ duration }) => (window.felt.blocked += duration - 50));
  });
  const page = await context.newPage();
  await slow(await context.newCDPSession(page));
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Leo Torres' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  const felt = await page.evaluate(() => window.felt);
  await context.close();
  return felt;
}

async function slow(line: CDPSession): Promise<void> {
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

function middle(felt: readonly Felt[]): Felt {
  const of = (which: keyof Felt): number =>
    felt.map((one) => one[which]).sort((a, b) => a - b)[Math.floor(felt.length / 2)] ?? Number.NaN;
  return { largest: of('largest'), shift: of('shift'), blocked: of('blocked') };
}
