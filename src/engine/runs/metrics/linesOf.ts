import { closeSync } from 'node:fs';
import { openRegularFile, readFully } from '../readWholeFile';

/** A line without its line break. */
export interface FileLine {
  /** Null where it is longer than any that was written, and is passed over. */
  readonly bytes: Buffer | null;
  /** False for a last line without a line break: one that is cut off, or still being written. */
  readonly ended: boolean;
}

/** Of one line: 16 MiB. */
export const longestLine = 16 * 1024 ** 2;
/** What is read of a file: 4 GiB, which takes seconds. */
const mostBytes = 4 * 1024 ** 3;
const chunkBytes = 1024 ** 2;
const lineBreak = 0x0a;

/** The lines of a file from the byte `from` on, with a bound on the memory that they take. */
export function* linesOf(path: string, from = 0): Generator<FileLine> {
  const { file, bytes } = openRegularFile(path);
  try {
    const end = Math.min(bytes, from + mostBytes);
    const chunk = Buffer.alloc(chunkBytes);
    let begun: Buffer[] = [];
    let length = 0;
    for (let position = from; position < end; ) {
      const count = readFully(file, chunk.subarray(0, Math.min(chunkBytes, end - position)), position);
      if (count === 0) break;
      position += count;
      let start = 0;
      for (let at = nextBreak(chunk, start, count); at >= 0; at = nextBreak(chunk, start, count)) {
        length += at - start;
        begun.push(Buffer.from(chunk.subarray(start, at)));
        yield { bytes: length > longestLine ? null : Buffer.concat(begun), ended: true };
        begun = [];
        length = 0;
        start = at + 1;
      }
      length += count - start;
      if (length > longestLine) begun = [];
      else if (start < count) begun.push(Buffer.from(chunk.subarray(start, count)));
    }
    if (length > 0) yield { bytes: length > longestLine ? null : Buffer.concat(begun), ended: false };
  } finally {
    closeSync(file);
  }
}

function nextBreak(chunk: Buffer, start: number, count: number): number {
  const at = chunk.indexOf(lineBreak, start);
  return at < count ? at : -1;
}
