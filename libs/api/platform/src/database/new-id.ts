import { randomFillSync } from 'node:crypto';
import type { Id } from '@common-ground/contract';

const MOST_IN_A_MILLISECOND = 0xfff;

/** Chance for the next few hundred ids: fetching it for each costs more than all the rest. None of it is used twice. */
const chance = Buffer.alloc(4096);
let spent = chance.length;

const bytes = Buffer.alloc(16);
let latest = 0;
let count = 0;

/**
 * A new version 7 uuid (RFC 9562): 48 bits of time in milliseconds, then 12 bits that count within one, so that what
 * one process makes in a row also sorts in a row and stands together in an index.
 */
export function newId<K extends string>(): Id<K> {
  const now = Date.now();
  if (now > latest) [latest, count] = [now, 0];
  else if (count < MOST_IN_A_MILLISECOND) count += 1;
  else [latest, count] = [latest + 1, 0];

  if (spent === chance.length) {
    randomFillSync(chance);
    spent = 0;
  }
  spent += chance.copy(bytes, 8, spent, spent + 8);
  bytes.writeUIntBE(latest, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as Id<K>;
}
