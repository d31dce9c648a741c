import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in 43 letters, digits, "-" and "_". */
export function randomText(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret text: it can be compared, and not be read back. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
