import { randomBytes } from 'node:crypto';
import type { Id } from '@common-ground/contract';

/** A new version 7 uuid: the first 48 bits are the time in milliseconds, so new rows stand together in an index. */
export function newId<K extends string>(): Id<K> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as Id<K>;
}
