// Asks axe what on a page cannot be used by everybody.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';

/** Less than half as long as the one for reading: each document that is asked about is sent it and compiles it. */
const PROGRAM = readFileSync(join(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8');

/** The names of the rules that a page breaks, each with the elements that do. */
export async function brokenRules(
  page: Page,
  options: Pick<RunOptions, 'runOnly' | 'rules'>,
): Promise<string[]> {
  // The program is read and compiled once for each document that is asked about, and not each time.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(PROGRAM);
  return page.evaluate(
    async (asked) => {
      const brought = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await brought.run(document, asked);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    // Whatever is in order is not described.
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  );
}
