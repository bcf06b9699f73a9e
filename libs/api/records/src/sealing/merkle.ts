import { createHash } from 'node:crypto';

/** Bytes of one SHA-256. */
export const HASH_BYTES = 32;

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The hash of one row. Its first byte keeps a row from ever passing for a node of the tree (RFC 6962). */
export function leafOf(text: string): Buffer {
  return sha256(LEAF, Buffer.from(text));
}

/**
 * The root over leaves in their order. A last one without a partner goes up as it is.
 * @param leaves SHA-256 hashes one after the other, at least one
 */
export function rootOf(leaves: Buffer): Buffer {
  if (leaves.length === 0 || leaves.length % HASH_BYTES !== 0) throw new Error('These are no leaves.');
  let level = Array.from({ length: leaves.length / HASH_BYTES }, (_nothing, index) =>
    leaves.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let place = 0; place < level.length; place += 2) {
      const [left, right] = [level[place], level[place + 1]];
      if (left !== undefined) above.push(right === undefined ? left : sha256(NODE, left, right));
    }
    level = above;
  }
  const [root] = level;
  if (root === undefined) throw new Error('A tree has a root.');
  return root;
}
