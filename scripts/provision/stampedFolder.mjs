// @ts-check
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256OfFile } from './digests.mjs';
import { processRuns, withFolderLock } from './folderLock.mjs';
import { say } from './progress.mjs';

/**
 * Folders that are made once, stamped with what they hold, and made again when they are incomplete or changed.
 *
 * @typedef {{size: number, modified: number, sha256: string}} FileStamp `modified` in ms since 1970
 * @typedef {{source: string, files: Record<string, FileStamp>}} FolderStamp
 */

const stampName = 'layerwise-stamp.json';

/**
 * Why a folder can't be used, or null when it is complete. A file whose size and time are those of the stamp is
 * taken as unchanged; one with another time is hashed. `thorough` hashes all.
 *
 * @param {string} folder
 * @param {string} source what the folder must have been made from
 * @param {boolean} thorough
 * @returns {Promise<string | null>}
 */
export async function folderFault(folder, source, thorough = false) {
  /** @type {FolderStamp} */
  let stamp;
  try {
    stamp = JSON.parse(await readFile(join(folder, stampName), 'utf8'));
  } catch {
    return 'it is not there or was not finished';
  }
  if (stamp.source !== source) return 'it was made from another source';
  for (const [path, expected] of Object.entries(stamp.files)) {
    const file = join(folder, path);
    const found = await stat(file).catch(() => null);
    if (found === null) return `${path} is missing`;
    if (found.size !== expected.size) return `${path} was changed`;
    const untouched = Math.abs(found.mtimeMs - expected.modified) < 1;
    if ((thorough || !untouched) && (await sha256OfFile(file)) !== expected.sha256) {
      return `${path} was changed`;
    }
  }
  return null;
}

/**
 * @param {string} folder
 * @param {string} relative
 * @returns {Promise<string[]>}
 */
async function filesBelow(folder, relative = '') {
  const found = [];
  for (const entry of await readdir(join(folder, relative), { withFileTypes: true })) {
    const path = relative ? `${relative}/${entry.name}` : entry.name;
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

/**
 * @param {string} folder
 * @param {string} source
 */
async function stampFolder(folder, source) {
  /** @type {FolderStamp} */
  const stamp = { source, files: {} };
  for (const path of (await filesBelow(folder)).sort()) {
    const file = join(folder, path);
    const { size, mtimeMs } = await stat(file);
    stamp.files[path] = { size, modified: mtimeMs, sha256: await sha256OfFile(file) };
  }
  await writeFile(join(folder, stampName), `${JSON.stringify(stamp, null, 2)}\n`);
}

/**
 * Removes what a process that was ended left half made beside `folder`.
 *
 * @param {string} folder
 */
async function removeAbandoned(folder) {
  const prefix = `${basename(folder)}.making-`;
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix)) continue;
    if (!processRuns(Number.parseInt(name.slice(prefix.length), 10))) {
      await rm(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

/**
 * Makes sure that `folder` holds what `make` writes, complete and unchanged. Made aside and renamed into place, so
 * that a reader sees either all of it or nothing.
 *
 * @param {object} request
 * @param {string} request.folder
 * @param {string} request.source identifies what it is made from; another value means making it again
 * @param {boolean} [request.thorough] hash every file instead of trusting sizes and times
 * @param {(staging: string) => Promise<void>} request.make writes the content into `staging`/content; may use the
 *   rest of `staging` for intermediate files
 * @returns {Promise<{made: boolean}>}
 */
export async function ensureFolder({ folder, source, thorough = false, make }) {
  if ((await folderFault(folder, source, thorough)) === null) return { made: false };
  return withFolderLock(folder, async () => {
    const fault = await folderFault(folder, source, thorough);
    if (fault === null) return { made: false };
    if ((await stat(folder).catch(() => null)) !== null) say(`Making ${folder} again: ${fault}.`);
    await removeAbandoned(folder);
    const staging = `${folder}.making-${process.pid}`;
    try {
      await mkdir(join(staging, 'content'), { recursive: true });
      await make(staging);
      await stampFolder(join(staging, 'content'), source);
      await rm(folder, { recursive: true, force: true });
      await rename(join(staging, 'content'), folder);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
    return { made: true };
  });
}
