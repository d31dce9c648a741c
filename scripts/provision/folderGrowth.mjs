// @ts-check
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Bytes in a folder and everything below it; what disappears while counting counts as nothing.
 *
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function folderSize(folder) {
  let total = 0;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) total += await folderSize(path);
    else
      total += await stat(path)
        .then((found) => found.size)
        .catch(() => 0);
  }
  return total;
}

/**
 * Calls `report` with the size of a folder about twice a second while `work` runs: progress for downloads by
 * programs whose own progress can't be read.
 *
 * @template T
 * @param {string} folder
 * @param {(bytes: number) => void} report
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function watchGrowth(folder, report, work) {
  const timer = setInterval(() => void folderSize(folder).then(report), 500);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
