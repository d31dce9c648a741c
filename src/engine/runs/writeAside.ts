import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file so that there is always a whole one under its name: the old or the new. */
export function writeAside(path: string, content: string | Uint8Array): void {
  renameSync(writePartial(path, content), path);
  syncFolder(dirname(path));
}

/** Writes the content beside `path`, through to the disk, and returns where. Leaves nothing there if that fails. */
export function writePartial(path: string, content: string | Uint8Array): string {
  const aside = `${path}.partial`;
  const file = openSync(aside, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } catch (cause) {
    rmSync(aside, { force: true });
    throw cause;
  } finally {
    closeSync(file);
  }
  return aside;
}

/** Returns once the disk has the names of the files in the folder. Windows needs and knows nothing of the kind. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
