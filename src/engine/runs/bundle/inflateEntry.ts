import type { FileHandle } from 'node:fs/promises';
import { Inflate } from 'fflate';
import { contentOffset, type ZipEntry } from './zipDirectory';

/** A piece may grow a thousandfold: 16 MiB. */
const chunkBytes = 16 * 1024;
const storedChunkBytes = 1024 ** 2;

/**
 * Hands the content of an entry on piece by piece and returns its size. Throws an Error where it is damaged, or larger
 * than `limit` bytes.
 */
export async function inflateEntry(
  file: FileHandle,
  entry: ZipEntry,
  limit: number,
  take: (piece: Uint8Array) => Promise<void>,
): Promise<number> {
  if (entry.method !== 0 && entry.method !== 8)
    throw new Error('it is packed in a way that Layerwise does not write');
  const offset = await contentOffset(file, entry);
  const pieces: Uint8Array[] = [];
  const inflate = entry.method === 8 ? new Inflate((piece) => void pieces.push(piece)) : null;
  const atOnce = inflate === null ? storedChunkBytes : chunkBytes;
  let size = 0;
  for (let done = 0; done < entry.packedBytes; ) {
    const packed = new Uint8Array(Math.min(atOnce, entry.packedBytes - done));
    const { bytesRead } = await file.read(packed, 0, packed.length, offset + done);
    if (bytesRead === 0) throw new Error('it is cut off');
    done += bytesRead;
    if (inflate === null) pieces.push(packed.subarray(0, bytesRead));
    else push(inflate, packed.subarray(0, bytesRead), done >= entry.packedBytes);
    for (const piece of pieces.splice(0)) {
      size += piece.length;
      if (size > limit) throw new Error('it holds more than it says');
      await take(piece);
    }
  }
  return size;
}

function push(inflate: Inflate, piece: Uint8Array, last: boolean): void {
  try {
    inflate.push(piece, last);
  } catch (cause) {
    throw new Error('its compressed data is damaged', { cause });
  }
}
