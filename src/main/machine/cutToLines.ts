import { closeSync, existsSync, fstatSync, ftruncateSync, openSync } from 'node:fs';
import { readFully } from '../../engine/runs/readWholeFile';

const newline = 0x0a;
const stepBytes = 64 * 1024;

/** Takes a line away that is not whole yet, at the end of a file. */
export function cutToLines(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    const whole = endOfLines(file, size);
    if (whole < size) ftruncateSync(file, whole);
  } finally {
    closeSync(file);
  }
}

function endOfLines(file: number, size: number): number {
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - stepBytes);
    const bytes = Buffer.alloc(end - start);
    readFully(file, bytes, start);
    const last = bytes.lastIndexOf(newline);
    if (last >= 0) return start + last + 1;
    end = start;
  }
  return 0;
}
