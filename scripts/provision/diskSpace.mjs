// @ts-check
import { statfs } from 'node:fs/promises';
import { formatBytes } from './progress.mjs';

/**
 * Throws when the disk that a folder lies on has too little room.
 *
 * @param {string} folder that exists
 * @param {number} bytes needed
 * @param {string} what it is for, for the message
 */
export async function requireSpace(folder, bytes, what) {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= bytes) return;
  throw new Error(
    `${what} needs ${formatBytes(bytes)} of disk while it is set up, and ${folder} has ${formatBytes(bavail * bsize)} left. Make room, or name a folder on another disk in LAYERWISE_CACHE.`,
  );
}
