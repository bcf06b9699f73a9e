import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** `npm test` names the browser it found or brought; by hand the system's own is used, or Playwright's. */
const executablePath =
  process.env['BROWSER_PATH'] ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  globalSetup: './database.ts',
  workers: 2,
  forbidOnly: true,
  // Journeys of one file run beside each other too: each has the practice as it was made, and nobody else in it.
  fullyParallel: true,
  // `npm start` puts the built web app in place anew; nobody else may be reading it then.
  projects: [
    { name: 'journeys', testIgnore: /front-door/u },
    { name: 'front-door', testMatch: /front-door/u, dependencies: ['journeys'] },
  ],
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        // Chromium's sandbox refuses to run as root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    // What a journey does to the requests of a page is not seen where a service worker stands in between; the journey
    // without a connection lets it work.
    serviceWorkers: 'block',
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // A trace of everything costs half of the time again; `--trace=retain-on-failure` asks for one.
    trace: 'off',
  },
});
