import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** What somebody is known by: staff by their e-mail address, family by the code they were handed. */
export type CredentialSort = 'email' | 'code';

/** Argon2id with 46 MiB and one pass, as OWASP's password storage cheat sheet gives it. */
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 };

/** A hash at the usual cost that belongs to nobody, so that trying a stranger's name takes as long. */
const NOBODYS_SECRET =
  '$argon2id$v=19$m=47104,t=1,p=1$iOdfIh6G8FqoV7HPDi3JpQ$MD4JRsdQXpIok6g8WmZpGzt692wkmkAfk5t45V6xSBk';

export function hashOfSecret(secret: string): Promise<string> {
  return hash(secret, COST);
}

/** Whether a secret is the one behind a hash; without a hash it takes the same time and is wrong. */
export async function isSecretRight(secretHash: string | null, secret: string): Promise<boolean> {
  return (await verify(secretHash ?? NOBODYS_SECRET, secret)) && secretHash !== null;
}

/** The name a credential is found by. Addresses and codes are the same whichever way they are typed. */
export function hashOfName(sort: CredentialSort, name: string): Buffer {
  const typed =
    sort === 'email' ? name.trim().toLowerCase() : name.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  return createHash('sha256').update(typed).digest();
}
