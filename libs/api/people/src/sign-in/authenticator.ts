import { generateSecret, generateURI, verifySync } from 'otplib';
import { toString as drawn } from 'qrcode';
import type { NewAuthenticator } from '@common-ground/contract';

const PERIOD = 30;

/** A new secret for an authenticator app, with everything a page shows of it. `label` is whose it is, where. */
export async function newAuthenticator(issuer: string, label: string): Promise<NewAuthenticator> {
  const secret = generateSecret();
  const uri = generateURI({ issuer, label, secret });
  const svg = await drawn(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  return { secret, uri, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
}

/**
 * The time step a code belongs to, or null when it is wrong, or not newer than the last one accepted. Clocks may be half
 * a minute apart.
 */
export function timeStepOf(secret: string, code: string, afterTimeStep: number): number | null {
  try {
    const result = verifySync({
      secret,
      token: code.replace(/\s/gu, ''),
      period: PERIOD,
      epochTolerance: PERIOD,
      afterTimeStep,
    });
    return result.valid && 'timeStep' in result ? result.timeStep : null;
  } catch {
    // The library throws for what cannot be a code at all.
    return null;
  }
}
