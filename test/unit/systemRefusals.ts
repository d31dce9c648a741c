import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs `work` as a person without special rights, for whom permissions count, if the tests run as root. */
export async function asAnybody<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return work();
  const nobody = 65_534;
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** Runs `work` while this process may write no file larger than so many bytes. */
export async function withFileSizeLimit<Result>(bytes: number, work: () => Promise<Result>): Promise<Result> {
  const limit = (soft: string) =>
    execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${soft}:unlimited`]);
  limit(String(bytes));
  try {
    return await work();
  } finally {
    limit('unlimited');
  }
}

/**
 * Runs `work` in a disk of its own with room for `kibibytes`. Where the system lets nobody mount one, `work` is not
 * run, and the answer is null.
 */
export async function onSmallDisk<Result>(
  folder: string,
  kibibytes: number,
  work: (disk: string, makeReadOnly: () => void) => Promise<Result>,
): Promise<Result | null> {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const mount = (...options: readonly string[]) =>
    spawnSync('mount', [...options, 'tmpfs', disk]).status === 0;
  if (!mount('-t', 'tmpfs', '-o', `size=${kibibytes}k`)) return null;
  try {
    return await work(disk, () => {
      if (!mount('-o', 'remount,ro')) throw new Error('The disk could not be made read-only.');
    });
  } finally {
    execFileSync('umount', [disk]);
  }
}
