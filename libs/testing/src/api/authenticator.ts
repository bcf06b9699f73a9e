import { generateSync } from 'otplib';

/** The authenticator app of everybody on the demo practice's staff, in Base32. */
export const DEMO_AUTHENTICATOR = 'PAPERBOATSONTHELAKEPAPERBOATSONT';

/**
 * What an authenticator app shows. A code is accepted once, and half a minute early or late: with -1, 0 and 1 somebody
 * proves themselves three times in a row without waiting.
 */
export function codeOf(secret: string = DEMO_AUTHENTICATOR, steps: -1 | 0 | 1 = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
}
