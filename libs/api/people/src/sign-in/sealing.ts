import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

function keyFor(secretKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', `common-ground ${purpose}`, 32));
}

/**
 * Encrypts a secret for one owner (AES-256-GCM) with a key made from the program's own, so that a copy of the database
 * tells nothing. What was sealed for one person does not open for another.
 */
export function seal(secretKey: string, owner: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secretKey, 'second factor'), nonce).setAAD(
    Buffer.from(owner),
  );
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The secret again, or null when it was sealed with another key or for somebody else. */
export function unseal(secretKey: string, owner: string, sealed: Buffer): string | null {
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      keyFor(secretKey, 'second factor'),
      sealed.subarray(0, NONCE),
      { authTagLength: TAG },
    )
      .setAAD(Buffer.from(owner))
      .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** The key that unsent words of one person are encrypted with on their device. The same each time, and kept nowhere. */
export function draftKeyOf(secretKey: string, owner: string): Buffer {
  return createHmac('sha256', keyFor(secretKey, 'drafts on devices')).update(owner).digest();
}
