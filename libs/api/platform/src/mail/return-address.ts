import { createHmac, timingSafeEqual } from 'node:crypto';
import { domainToASCII, domainToUnicode } from 'node:url';
import type { MailId } from '@common-ground/contract';

/** Where reports about the mail of this installation come back to, and what makes such an address unguessable. */
export interface ReturnPlace {
  readonly domain: string;
  readonly secretKey: string;
}

const NAME = 'return+';
const TOKEN = /^(?<id>[0-9a-f]{32})(?<seal>[0-9a-f]{24})$/u;
const SEAL_BYTES = 12;

/**
 * The address that a report about one mail comes back to: 63 letters before the at sign, of the 64 there may be, and all
 * of them small, since servers may change their case.
 */
export function returnAddressOf(mailId: MailId, { domain, secretKey }: ReturnPlace): string {
  const id = mailId.replaceAll('-', '');
  return `${NAME}${id}${sealOf(id, secretKey).toString('hex')}@${domain}`;
}

/** The mail that a report to this address is about; null when the address is none that we made. */
export function mailReturnedTo(address: string, { domain, secretKey }: ReturnPlace): MailId | null {
  const [local = '', ...rest] = address.toLowerCase().split('@');
  if (rest.length !== 1 || !isSameDomain(rest[0] ?? '', domain) || !local.startsWith(NAME)) return null;
  const { id, seal } = TOKEN.exec(local.slice(NAME.length))?.groups ?? {};
  if (id === undefined || seal === undefined) return null;
  if (!timingSafeEqual(Buffer.from(seal, 'hex'), sealOf(id, secretKey))) return null;
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5') as MailId;
}

/** Servers for mail write a domain beyond ASCII in either of its two spellings. */
function isSameDomain(one: string, other: string): boolean {
  return one === other || domainToUnicode(one) === domainToUnicode(other);
}

/** An address in both spellings of its domain. */
export function inBothSpellings(address: string): readonly string[] {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at + 1), address.slice(at + 1)];
  const spellings = [domain, domainToASCII(domain), domainToUnicode(domain)].filter((one) => one !== '');
  return [...new Set(spellings)].map((one) => local + one);
}

function sealOf(id: string, secretKey: string): Buffer {
  return createHmac('sha256', secretKey).update(`return-mail ${id}`).digest().subarray(0, SEAL_BYTES);
}
