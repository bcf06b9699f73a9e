import { Refusal } from '@common-ground/api/platform';
import { passwordConcern } from '@common-ground/rules/content';
import { hashOfSecret } from './secrets';

/**
 * The hash of a password somebody has just chosen.
 * @throws Refusal `invalid` at `password` when it is too short, or everybody's
 */
export async function hashOfNewPassword(password: string): Promise<string> {
  const concern = passwordConcern(password);
  if (concern === 'too-short')
    throw Refusal.field('password', 'tooShort', 'A password has 15 characters or more.');
  if (concern === 'too-common')
    throw Refusal.field('password', 'tooCommon', 'This password is among the first that are guessed.');
  return hashOfSecret(password);
}
