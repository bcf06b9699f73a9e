import { createHash, randomInt } from 'node:crypto';
import { LIMITS } from '@common-ground/contract';

/** No letter that is taken for another one or for a digit. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP = 4;

/** Ten codes of 78 random bits each, in groups that can be read aloud. */
export function newRecoveryCodes(): string[] {
  const letter = (): string => LETTERS.charAt(randomInt(LETTERS.length));
  const group = (): string => Array.from({ length: GROUP }, letter).join('');
  return Array.from({ length: LIMITS.recoveryCodes }, () => Array.from({ length: GROUPS }, group).join('-'));
}

/** A code is the same however it is typed. */
export function hashOfRecoveryCode(code: string): Buffer {
  const typed = code.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  return createHash('sha256').update(typed).digest();
}
