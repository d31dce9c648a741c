import { type Stats, statSync } from 'node:fs';

/** What lies at a path; undefined where nothing does, or nothing can: a name may be too long for any file. */
export function statOrNothing(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
