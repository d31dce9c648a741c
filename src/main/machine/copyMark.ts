import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readWholeFile } from '../../engine/runs/readWholeFile';
import { writeAside } from '../../engine/runs/writeAside';

/** In the folder of a copied run: where it comes from. */
const markFile = 'copied.json';
const lockFile = 'lock';

const markSchema = z.object({
  /** The machine's name for people. */
  machine: z.string().max(300),
  address: z.string().max(1000),
});
export type CopyMark = z.infer<typeof markSchema>;

export function markCopy(path: string, mark: CopyMark): void {
  writeAside(join(path, markFile), `${JSON.stringify(mark)}\n`);
}

/** Where a run was copied from; null where it was trained here. */
export function readCopyMark(path: string): CopyMark | null {
  try {
    return markSchema.parse(JSON.parse(readWholeFile(join(path, markFile), 64 * 1024).toString()));
  } catch {
    return null;
  }
}

/**
 * Says in a copy's folder that the run is trained elsewhere, as any process does that trains into a folder: nobody
 * else trains into it or throws it away meanwhile.
 */
export function lockCopy(path: string, { machine, address }: CopyMark): void {
  const holder = { pid: 1, started: null, host: `${machine} (${address})`.slice(0, 300), token: markFile };
  if (!existsSync(join(path, lockFile))) writeAside(join(path, lockFile), JSON.stringify(holder));
}

/** It is trained no more, or not that anybody could tell. */
export function unlockCopy(path: string): void {
  rmSync(join(path, lockFile), { force: true });
}

/** Names of the runs in a folder that were copied from an address and are said to be trained there. */
export function lockedCopies(runsFolder: string, address: string): readonly string[] {
  if (!existsSync(runsFolder)) return [];
  return readdirSync(runsFolder).filter((name) => {
    const path = join(runsFolder, name);
    return existsSync(join(path, lockFile)) && readCopyMark(path)?.address === address;
  });
}
