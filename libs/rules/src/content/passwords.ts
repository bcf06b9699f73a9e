import { LIMITS } from '@common-ground/contract';

export type PasswordConcern = 'too-short' | 'too-common';

/** What guessing programs try first, also one after the other. Written in small letters without anything between. */
const GUESSED_FIRST = [
  'passwords',
  'password',
  'passw0rd',
  'passwort',
  'contrasena',
  'contraseña',
  'qwertyuiop',
  'qwertzuiop',
  'qwerty',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  '1q2w3e4r5t6y',
  '1q2w3e4r',
  'letmein',
  'welcome',
  'bienvenido',
  'iloveyou',
  'teamo',
  'trustno',
  'changeme',
  'secret',
  'default',
  'administrator',
  'admin',
  'login',
  'user',
  'guest',
  'test',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'master',
  'superman',
  'batman',
  'starwars',
  'spring',
  'summer',
  'autumn',
  'winter',
  'commonground',
  'therapist',
  'therapy',
  'recovery',
  'clinic',
  'practice',
  'hospital',
  'correcthorsebatterystaple',
  'paperboatsonthelake',
  'abcdefghijklmnopqrstuvwxyz',
  'abcdefgh',
  'abcdef',
  'abc',
] as const;
const LONGEST_PATTERN = 5;
const LEAST_OF_ONES_OWN = 5;

/**
 * What stands against a password somebody on staff chooses, or null. Long is what counts: nothing is asked about capitals
 * or signs. Refused is what is put together from words and rows that every guessing program knows, or repeats itself.
 */
export function passwordConcern(password: string): PasswordConcern | null {
  if ([...password].length < LIMITS.passwordAtLeast) return 'too-short';
  const bare = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (repeatsItself(bare)) return 'too-common';
  const own = GUESSED_FIRST.reduce((rest, guess) => rest.replaceAll(guess, ''), bare)
    .replace(/\p{N}/gu, '')
    .replace(/(.)\1+/gu, '$1');
  return own.length < LEAST_OF_ONES_OWN ? 'too-common' : null;
}

function repeatsItself(text: string): boolean {
  for (let length = 1; length <= LONGEST_PATTERN; length += 1) {
    const pattern = text.slice(0, length);
    if (pattern.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}
