// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/**
 * SHA-256 of a file, as lower-case hexadecimal.
 *
 * @param {string} file
 * @returns {Promise<string>}
 */
export async function sha256OfFile(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/**
 * SHA-256 of text, as lower-case hexadecimal.
 *
 * @param {string} text
 * @returns {string}
 */
export function sha256OfText(text) {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Throws unless the file has the pinned digest.
 *
 * @param {string} file
 * @param {string} expected
 * @param {string} source what the file is and where it came from, for the message
 */
export async function requireDigest(file, expected, source) {
  const actual = await sha256OfFile(file);
  if (actual === expected) return;
  throw new Error(
    `${source} does not have the pinned SHA-256 (expected ${expected}, got ${actual}). ` +
      'The download was damaged or replaced on the way; nothing of it was used. Try again, or check the mirror or proxy in use.',
  );
}
