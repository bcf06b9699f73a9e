import type { BrowserContext } from '@playwright/test';

/**
 * Notes down whatever no page may do: ask anybody but the product for something, break its own content security
 * policy, or write an error to the console.
 */
export function watch(context: BrowserContext, allowed: readonly string[], complaints: string[]): void {
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const isLocal = protocol === 'data:' || protocol === 'blob:';
    if (!isLocal && !allowed.includes(origin)) complaints.push(`asks ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (!isRefusal(message.text(), message.location().url)) complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    complaints.push(`error: ${error.error().message}`);
  });
}

/** The browser itself notes every refused or lost request to the API; what pages make of those is theirs to show. */
function isRefusal(text: string, url: string): boolean {
  return text.startsWith('Failed to load resource') && new URL(url).pathname.startsWith('/api/');
}
