import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a folder that are looked at; a run has a score, and a folder of runs thousands. */
const mostFiles = 100_000;

/** What a folder takes on the disk, in bytes. A file of two names, as best and last checkpoint may be, counts once. */
export function diskUse(folder: string): number {
  const seen = new Set<string>();
  const waiting = [folder];
  let bytes = 0;
  for (let path = waiting.pop(); path !== undefined && seen.size < mostFiles; path = waiting.pop()) {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    const key = `${stat?.dev} ${stat?.ino}`;
    if (stat === undefined || seen.has(key)) continue;
    seen.add(key);
    if (stat.isFile()) bytes += stat.size;
    else if (stat.isDirectory()) waiting.push(...namesIn(path).map((name) => join(path, name)));
  }
  return bytes;
}

/** Empty where the folder may not be read or is gone. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
