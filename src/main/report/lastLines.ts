import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** So much of a file is looked at, at most. */
const tailBytes = 256 * 1024;

/** The last lines of a text file; empty where there is none. */
export function lastLines(path: string, count: number): string {
  try {
    return tail(path).split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}

function tail(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    const from = size - bytes.length;
    const read = readSync(file, bytes, 0, bytes.length, from);
    const text = bytes.toString('utf8', 0, read).trimEnd();
    // A line whose beginning is not there is left out.
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } finally {
    closeSync(file);
  }
}
