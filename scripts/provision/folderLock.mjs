// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './progress.mjs';

/**
 * Whether a process with this id runs on this machine.
 *
 * @param {number} id
 * @returns {boolean}
 */
export function processRuns(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @param {string} file */
async function ownerOf(file) {
  try {
    const id = Number.parseInt(await readFile(file, 'utf8'), 10);
    return Number.isInteger(id) && id > 0 ? id : null;
  } catch {
    return null;
  }
}

/**
 * Runs `work` while no other process on this machine does the same; a lock left by a process that has ended is
 * taken over. The lock spares double downloads; correctness rests on the finished folder being renamed into place.
 *
 * @template T
 * @param {string} target the folder that the work makes
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFolderLock(target, work) {
  const file = `${target}.lock`;
  await mkdir(dirname(file), { recursive: true });
  let waiting = false;
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = await ownerOf(file);
    if (owner === null || !processRuns(owner)) {
      // An owner that has just created the file may not have written its id yet.
      await pause(200);
      const again = await ownerOf(file);
      if (again === null || !processRuns(again)) await rm(file, { force: true });
      continue;
    }
    if (!waiting) say(`Waiting for process ${owner}, which is making ${target} …`);
    waiting = true;
    await pause(500);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}
