import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** Writes a file so that there is always a whole one under its name: the old or the new. */
export function writeAside(path: string, content: string | Uint8Array): void {
  const aside = `${path}.partial`;
  const file = openSync(aside, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(aside, path);
}
