/**
 * A digest within the file that it is of: the SHA-256 of all bytes of a safetensors file in which the 64 digits of
 * the metadata `sha256` are zeros.
 */
import { createHash } from 'node:crypto';

const open = '0'.repeat(64);
const before = '"sha256":"';

/** The metadata of a file that is still to be sealed. */
export const openSeal = { sha256: open } as const;

/** Writes the digest into a file that was made with `openSeal` in its metadata. */
export function seal(file: Uint8Array): Uint8Array {
  const place = placeOf(file);
  if (place === null) throw new Error('The file has no place for its digest.');
  place.digits.write(createHash('sha256').update(file).digest('hex'), 'latin1');
  return file;
}

/** Whether the file is as it was sealed, to the bit; null where it bears no seal. */
export function isIntact(file: Uint8Array): boolean | null {
  const place = placeOf(file);
  if (place === null) return null;
  const { digits, start, end } = place;
  const digest = createHash('sha256')
    .update(file.subarray(0, start))
    .update(open, 'latin1')
    .update(file.subarray(end))
    .digest('hex');
  return digest === digits.toString('latin1');
}

/** Where the digits are. Within the JSON text of a header no other place reads like this: quotes are escaped there. */
function placeOf(file: Uint8Array): { digits: Buffer; start: number; end: number } | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < 8) return null;
  const header = bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE()));
  const found = header.indexOf(before);
  if (found < 0) return null;
  const start = 8 + found + before.length;
  const end = start + open.length;
  return end > bytes.length ? null : { digits: bytes.subarray(start, end), start, end };
}
