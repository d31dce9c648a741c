import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Opens a file to read. Throws where it is something else: a folder, or a pipe that would keep us waiting. */
export function openRegularFile(path: string): { readonly file: number; readonly bytes: number } {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stat = fstatSync(file);
  if (stat.isFile()) return { file, bytes: stat.size };
  closeSync(file);
  throw new Error('it is not a file');
}

/** The content of a file. Throws where it has more than `limit` bytes. */
export function readWholeFile(path: string, limit: number): Buffer {
  const { file, bytes } = openRegularFile(path);
  try {
    if (bytes > limit) throw new Error(`it has more than ${Math.floor(limit / 1024 ** 2)} MiB`);
    const content = Buffer.allocUnsafe(bytes);
    return content.subarray(0, readFully(file, content, 0));
  } finally {
    closeSync(file);
  }
}

/** Fills `target` from `position` of the file on. Returns how many bytes there were. */
export function readFully(file: number, target: Uint8Array, position: number): number {
  let done = 0;
  while (done < target.byteLength) {
    const count = readSync(file, target, done, target.byteLength - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}
