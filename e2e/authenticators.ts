// What people hold in their hands beside the browser: an app that shows codes, and a device that keeps passkeys.
import { codeOf } from '@common-ground/testing';
import type { Page } from '@playwright/test';

/** The code of an app that was given the secret shown on the page. */
export async function codeOfSecretOn(page: Page, steps: -1 | 0 | 1 = 0): Promise<string> {
  const shown = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/u).textContent();
  return codeOf((shown ?? '').replace(/\s/gu, ''), steps);
}

/** Gives a browser a device that makes and keeps passkeys, and whose owner always agrees. */
export async function givePasskeyDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
