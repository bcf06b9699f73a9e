import { expect, type BrowserContext, type Page, type Request } from '@playwright/test';

/** A note of the test's own making, where it lets no service worker stand in between. */
const OURS = 'Service Worker registration blocked by Playwright';

/** What each browser has asked for and not received yet. */
const underWay = new WeakMap<BrowserContext, Set<Request>>();

/**
 * Notes down whatever no page may do: ask anybody but the product for something, break its own content security
 * policy, or write an error to the console. The answer lists it at the end.
 */
export function watch(context: BrowserContext, allowed: readonly string[]): () => string[] {
  const complaints: string[] = [];
  const written: { readonly text: string; readonly url: string }[] = [];
  /** Asked for while a journey had switched its connection off. */
  const lost: string[] = [];

  const asked = new Set<Request>();
  underWay.set(context, asked);
  context.on('requestfinished', (request) => asked.delete(request));
  context.on('requestfailed', (request) => asked.delete(request));

  context.on('request', (request) => {
    // What is followed never ends by itself; its first word is on the page as soon as it has come.
    if (request.resourceType() !== 'eventsource') asked.add(request);
    const { origin, protocol } = new URL(request.url());
    const isLocal = protocol === 'data:' || protocol === 'blob:';
    if (!isLocal && !allowed.includes(origin)) complaints.push(`asks ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    if (request.failure()?.errorText.includes('ERR_INTERNET_DISCONNECTED')) lost.push(request.url());
  });
  context.on('console', (message) => {
    const isTrouble = message.type() === 'error' || message.type() === 'warning';
    if (isTrouble && message.text() !== OURS)
      written.push({ text: message.text(), url: message.location().url });
  });
  context.on('weberror', (error) => {
    complaints.push(`error: ${error.error().message}`);
  });

  return () => [
    ...complaints,
    ...written
      .filter(({ text, url }) => !isRefusal(text, url) && ![url, text].some((words) => names(words, lost)))
      .map(({ text, url }) => `console: ${text} (${url})`),
  ];
}

/** The browser itself notes every refused or lost request to the API; what pages make of those is theirs to show. */
function isRefusal(text: string, url: string): boolean {
  return text.startsWith('Failed to load resource') && new URL(url).pathname.startsWith('/api/');
}

function names(words: string, addresses: readonly string[]): boolean {
  return addresses.some((address) => words.includes(address));
}

/** Waits until everything a page has asked for is there, and has led to no further question. */
export async function expectQuiet(page: Page): Promise<void> {
  let quietLooks = 0;
  const look = (): number => (quietLooks = underWay.get(page.context())?.size === 0 ? quietLooks + 1 : 0);
  await expect.poll(look, { message: 'everything has arrived', intervals: [50] }).toBeGreaterThan(1);
}
