import type { Browser, BrowserContextOptions, CDPSession, Page, Request } from '@playwright/test';

/** A cheap phone on a poor line: 1.6 Mbit/s, 150 ms there and back, a processor four times as slow as this one. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const SLOWER = 4;
/** Machines that have much else to do are slow enough by themselves. */
const PATIENCE = 90_000;
/** Nothing that comes later is waited for by whoever reads. */
const QUIET = 1_000;

/** How a page felt that was opened on such a phone, in milliseconds. */
export interface Felt {
  /** Until the largest thing stood there. */
  readonly largest: number;
  /** Until it stood there and nothing long was worked on any more. */
  readonly interactive: number;
  /** For how long in all a touch would have waited. */
  readonly blocked: number;
  /** How far what stood there already was moved: no time, a share of the screen. */
  readonly shift: number;
  /** How many journeys to the server had to be made one after the other: no time either. */
  readonly steps: number;
  /** Thousands of bytes that travelled to the phone, as they travelled. */
  readonly kilobytes: number;
}

/** What moved, by its looks; for whoever has to find out why. */
export interface Opened {
  readonly felt: Felt;
  readonly moved: readonly string[];
}

// Text and not a function: it runs in the page, whose names are not known here.
const WATCH = `
window.felt = { largest: 0, busyUntil: 0, blocked: 0, shift: 0, moved: [] };
const seen = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
seen('largest-contentful-paint', ({ startTime }) => (felt.largest = startTime));
seen('longtask', ({ startTime, duration }) => {
  felt.busyUntil = startTime + duration;
  felt.blocked += duration - 50;
});
seen('layout-shift', ({ value, sources }) => {
  felt.shift += value;
  for (const { node, previousRect: from, currentRect: to } of sources)
    felt.moved.push((node?.nodeName ?? '') + '.' + (node?.className ?? '') + ' ' + from.y + ' → ' + to.y);
});`;

/** Opens an address on such a phone, which holds nothing of it yet, as whoever these cookies are. */
export async function openOnSlowPhone(
  browser: Browser,
  storageState: BrowserContextOptions['storageState'],
  address: string,
): Promise<Opened> {
  const context = await browser.newContext({
    ...(storageState === undefined ? {} : { storageState }),
    ...{ serviceWorkers: 'block', locale: 'en-US' },
    ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  });
  try {
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const steps = stepsOf(page);
    const line = await context.newCDPSession(page);
    await slow(line);
    const travelled = weigh(line);
    await page.goto(address, { timeout: PATIENCE });
    // Nobody looks for anything in a page that opens: on such a phone each look takes as long as a part of the page itself,
    // and takes it from whichever page has work to do just then.
    await page.waitForLoadState('networkidle', { timeout: PATIENCE });
    await page.waitForTimeout(QUIET);
    const made = steps();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    const seen = await page.evaluate<{
      largest: number;
      busyUntil: number;
      blocked: number;
      shift: number;
      moved: string[];
    }>('window.felt');
    const { largest, busyUntil, blocked, shift, moved } = seen;
    const interactive = Math.max(largest, busyUntil);
    return {
      felt: { largest, interactive, blocked, shift, steps: made, kilobytes: travelled() / 1000 },
      moved,
    };
  } finally {
    await context.close();
  }
}

/**
 * Counts as one step what is under way at the same time: a request that begins when another has ended may have waited
 * for it. Letters and pictures hold nothing up; the sign of the page is something other to browsers.
 */
function stepsOf(page: Page): () => number {
  const step = new Map<Request, number>();
  let [ended, most] = [0, 0];
  page.on('request', (request) => {
    if (['font', 'image', 'other'].includes(request.resourceType())) return;
    // What a page names may be asked for before the page has come to its end.
    const number = request.isNavigationRequest() ? 1 : Math.max(ended, 1) + 1;
    step.set(request, number);
    most = Math.max(most, number);
  });
  page.on('requestfinished', (request) => (ended = Math.max(ended, step.get(request) ?? 0)));
  return () => most;
}

/** Counts what arrives, with its headers and as pressed as it travels. */
function weigh(line: CDPSession): () => number {
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => bytes;
}

async function slow(line: CDPSession): Promise<void> {
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** Two pages, turn by turn, so that both have the machine as it is. */
export async function sideBySide(
  rounds: number,
  ours: () => Promise<Opened>,
  bare: () => Promise<Opened>,
): Promise<{ readonly ours: Felt; readonly bare: Felt; readonly moved: readonly string[] }> {
  const found: { ours: Felt[]; bare: Felt[] } = { ours: [], bare: [] };
  const moved = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const opened = await ours();
    found.ours.push(opened.felt);
    for (const one of opened.moved) moved.add(one);
    found.bare.push((await bare()).felt);
  }
  return { ours: middle(found.ours), bare: middle(found.bare), moved: [...moved] };
}

function middle(felt: readonly Felt[]): Felt {
  const of = (which: keyof Felt): number =>
    felt.map((one) => one[which]).sort((a, b) => a - b)[Math.floor(felt.length / 2)] ?? Number.NaN;
  return {
    largest: of('largest'),
    interactive: of('interactive'),
    blocked: of('blocked'),
    shift: of('shift'),
    steps: of('steps'),
    kilobytes: of('kilobytes'),
  };
}
