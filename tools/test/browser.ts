// Finds a Chromium for the browser tests, and brings one where that can be done without asking.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export const howToGetABrowser =
  'No browser was found for the browser tests: install Chromium or Chrome, or run: npx playwright install chromium';

/** The same Chromium without what draws a window: the same tests take half of the time. */
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';
const AS_PEOPLE_HAVE_IT = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of the program, or undefined after everything was tried. */
export async function findBrowser(): Promise<string | undefined> {
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('  installing Chromium with apt-get; this happens once …');
    await quietly('apt-get', ['update', '-qq'], 5);
    // Not every system has the first by itself.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await quietly('apt-get', ['install', '-qq', '--yes', '--no-install-recommends', name], 10);
      const brought = installed();
      if (brought) return brought;
    }
  }
  console.log('  asking Playwright for its Chromium; this happens once …');
  await quietly(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], 10);
  return installed();
}

/** The path of one that is on this machine, for tests. */
export function installed(): string | undefined {
  return [WITHOUT_WINDOWS, ...AS_PEOPLE_HAVE_IT, chromium.executablePath()].find((path) => existsSync(path));
}

/** The path of one that is on this machine, for what is measured: one that people have, if there is one. */
export function installedForPeople(): string | undefined {
  return AS_PEOPLE_HAVE_IT.find((path) => existsSync(path)) ?? installed();
}

async function quietly(program: string, args: string[], minutes: number): Promise<void> {
  const child = spawn(program, args, {
    stdio: 'ignore',
    timeout: minutes * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  await new Promise((done) => child.once('error', done).once('exit', done));
}
