// `npm test`: every check there is, each with its time, the sum in the last line. With --fast, `npm run check`: the
// same without a running server and without a browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, howToGetABrowser } from './browser.ts';
import { jestCounts, playwrightCounts } from './reports.ts';
import { type Counts, type Step, runStep, stopSteps, sum, summary } from './steps.ts';

const nx = 'node_modules/nx/dist/bin/nx.js';
const reports = mkdtempSync(join(tmpdir(), 'common-ground-reports-'));
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
  process.on(signal, () => {
    stopped = true;
    stopSteps();
  });
}
process.channel?.unref();

const format: Step = {
  name: 'format',
  // Each file is judged by itself, so one that has not changed since need not be read again.
  args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--cache', '--cache-strategy=content', '.'],
};
const fences: Step = { name: 'fences', args: ['tools/check-fences/check-fences.ts'] };
/** In parts: with the types of all projects at once it needs more memory than Node.js takes. Together they are everything. */
const lint = (
  [
    ['web', 'libs/web'],
    ['other libraries', 'libs', '--ignore-pattern', 'libs/web/**'],
    ['rest', '.', '--ignore-pattern', 'libs/**'],
  ] as const
).map(([part, ...what]): Step => ({
  name: `lint, ${part}`,
  args: ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', ...what],
}));
const types: Step = { name: 'types', args: [nx, 'run-many', '--target=typecheck', '--output-style=static'] };
const build: Step = {
  name: 'build',
  args: [nx, 'run-many', '--target=build', '--projects=api,web', '--output-style=static'],
};
const jestReport = join(reports, 'jest.json');
const isFast = process.argv.includes('--fast');
const jest: Step = {
  name: isFast ? 'unit, SQL and screen tests' : 'unit, SQL, HTTP and screen tests',
  args: [
    'node_modules/jest/bin/jest.js',
    '--ci',
    '--json',
    `--outputFile=${jestReport}`,
    // On two cores Jest would take one, and leave the other to the database alone.
    '--maxWorkers=2',
    // Specs that start the server and walk through it take most of the time.
    ...(isFast ? ['--selectProjects', 'unit', 'sql', 'screen'] : []),
  ],
  // Nest is published as ES modules only; with this Jest loads them as they are.
  env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  counts: () => jestCounts(jestReport),
};
const playwrightReport = join(reports, 'playwright.json');
const journeys = (browser: string): Step => ({
  name: 'browser tests',
  args: [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config=e2e/playwright.config.ts',
    '--reporter=list,json',
  ],
  env: { BROWSER_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
  counts: () => playwrightCounts(playwrightReport),
});

const began = performance.now();
const results: Counts[] = [];
// Two lanes, for two cores. Lint reads the map of the projects that check-fences draws.
await Promise.all([lane([format, fences, ...lint]), lane([build, types])]);
await lane([jest]);
if (!isFast && !stopped) {
  const browser = await findBrowser();
  if (browser) await lane([journeys(browser)]);
  else {
    console.log(`✘ ${howToGetABrowser}`);
    results.push({ passed: 0, failed: 1, skipped: 0 });
  }
}
rmSync(reports, { recursive: true, force: true });

const total = sum(results);
console.log(`\n${stopped ? 'Stopped' : 'Done'} after ${Math.round((performance.now() - began) / 1000)} s.`);
console.log(summary(total));
process.exit(total.failed > 0 || stopped ? 1 : 0);

async function lane(steps: Step[]): Promise<void> {
  for (const step of steps) if (!stopped) results.push(await runStep(step));
}
