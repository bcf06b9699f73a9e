import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** What a seal says, without the list of rows it was made over. Hashes in hexadecimal digits. */
export interface Seal {
  readonly practiceId: string;
  /** 1 for the first seal of a practice, then one more each time. */
  readonly number: number;
  readonly madeAt: string;
  /** The last row it covers: its transaction and its id. */
  readonly upToWrittenIn: string;
  readonly upToId: string;
  readonly count: number;
  readonly root: string;
  /** The hash of the seal before; for the first one all zeros. */
  readonly previous: string;
  readonly keyId: string;
}

export interface SignedSeal extends Seal {
  readonly hash: string;
  readonly signature: string;
}

export const NO_SEAL_BEFORE = '0'.repeat(64);

export function hashOfSeal(seal: Seal): string {
  const said = [
    'common-ground seal 1',
    seal.practiceId,
    seal.number,
    seal.madeAt,
    seal.upToWrittenIn,
    seal.upToId,
    seal.count,
    seal.root,
    seal.previous,
    seal.keyId,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** A key that signs seals, out of a PEM file. Only Ed25519. */
export class SealKey {
  private constructor(
    private readonly secret: KeyObject,
    readonly id: string,
  ) {}

  /** @throws Error when the text is no private Ed25519 key */
  static of(pem: string): SealKey {
    const secret = createPrivateKey(pem);
    if (secret.asymmetricKeyType !== 'ed25519') throw new Error('A key for seals is an Ed25519 key.');
    return new SealKey(secret, idOfKey(createPublicKey(secret)));
  }

  sign(seal: Seal): SignedSeal {
    const hash = hashOfSeal(seal);
    return { ...seal, hash, signature: sign(null, Buffer.from(hash, 'hex'), this.secret).toString('hex') };
  }
}

/** The keys a verifier trusts, by their id. */
export type TrustedKeys = ReadonlyMap<string, KeyObject>;

/** @param pems private or public keys; a private one is trusted for its public half */
export function trustedKeys(pems: readonly string[]): TrustedKeys {
  return new Map(
    pems.map((pem) => {
      const key = createPublicKey(pem);
      if (key.asymmetricKeyType !== 'ed25519') throw new Error('A key for seals is an Ed25519 key.');
      return [idOfKey(key), key];
    }),
  );
}

/** Whether a seal says what was signed, by a key that is trusted. */
export function isSigned(seal: SignedSeal, keys: TrustedKeys): boolean {
  const key = keys.get(seal.keyId);
  return (
    key !== undefined &&
    hashOfSeal(seal) === seal.hash &&
    verify(null, Buffer.from(seal.hash, 'hex'), key, Buffer.from(seal.signature, 'hex'))
  );
}

function idOfKey(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}
