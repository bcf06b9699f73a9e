// Tells the compiler what the cookie plugin adds to requests and answers.
import type {} from '@fastify/cookie';
import { hash, randomBytes } from 'node:crypto';
import type { Settings } from '../settings/settings';

/** 256 random bits; the database keeps only their SHA-256. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

export function cookieName(settings: Settings): string {
  return settings.secureCookie ? '__Host-common-ground' : 'common-ground';
}

/** Carries somebody from the right password to the second factor, and opens nothing else. */
export function stepCookieName(settings: Settings): string {
  return `${cookieName(settings)}-step`;
}
