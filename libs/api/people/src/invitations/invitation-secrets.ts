import { createHmac } from 'node:crypto';
import { hashOfToken, newToken } from '@common-ground/api/platform';

/** Letters and digits that nobody takes for one another, and no vowels, so that they make no words. */
const LETTERS = 'CDFGHJKMNPQRTWXY34679';
const LENGTH = 9;
/** The largest multiple of the number of letters in a byte: what is above would make some letters likelier. */
const FAIR = 256 - (256 % LETTERS.length);

/** What an invitation is handed over as, and what it is recognised by afterwards. */
export interface InvitationSecrets {
  readonly token: string;
  readonly code: string;
  readonly tokenHash: Buffer;
  readonly codeHash: Buffer;
}

/** A fresh secret of 256 bits and the short code that goes with it: whoever brings the one learns the other. */
export function newInvitationSecrets(key: string): InvitationSecrets {
  const token = newToken();
  const code = codeOfToken(key, token);
  return { token, code, tokenHash: hashOfToken(token), codeHash: hashOfCode(key, code) };
}

/** The short code behind the secret of a link, so that somebody who came by the link has a code to sign in with. */
export function codeOfToken(key: string, token: string): string {
  let letters = '';
  for (let round = 0; letters.length < LENGTH; round += 1) {
    const bytes = keyed(key, `the code of an invitation ${round} ${token}`);
    for (const byte of bytes) if (byte < FAIR) letters += LETTERS[byte % LETTERS.length] ?? '';
  }
  return grouped(letters.slice(0, LENGTH));
}

/** What a short code is recognised by, however it was typed. */
export function hashOfCode(key: string, code: string): Buffer {
  return keyed(key, `an invitation by its code ${plain(code)}`);
}

/** What an address of the network is counted by. */
export function hashOfAddress(key: string, address: string): Buffer {
  return keyed(key, `an address that tries invitations ${address}`);
}

/** A typed code as it stands on the slip. */
export function asWritten(code: string): string {
  return grouped(plain(code));
}

function plain(code: string): string {
  return code.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

function grouped(letters: string): string {
  return letters.match(/.{1,3}/gsu)?.join('-') ?? '';
}

function keyed(key: string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
